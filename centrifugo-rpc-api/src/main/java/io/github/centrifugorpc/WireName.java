package io.github.centrifugorpc;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The name of a type in the contract and in the SDKs, where its simple name is taken by another type or is not good
 * enough for clients.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface WireName {

    /** A name that is a class name in every language: letters and digits, the first one a capital. */
    String value();
}
