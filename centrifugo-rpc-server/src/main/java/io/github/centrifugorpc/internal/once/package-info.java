/**
 * What has been answered already (wire W7): who asks by which id, the replies that are kept, and who can vouch for what
 * was never run. It knows neither how calls are run nor how replies travel.
 */
@NullMarked
package io.github.centrifugorpc.internal.once;

import org.jspecify.annotations.NullMarked;
