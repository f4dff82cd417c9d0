package it.model;

import lombok.Getter;
import lombok.NoArgsConstructor;
import lombok.NonNull;
import lombok.Setter;

@Getter
@Setter
@NoArgsConstructor
public class Address {
    /** With the number. */
    @NonNull private String street;

    private String city;
}
