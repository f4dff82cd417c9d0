package io.github.centrifugorpc.it.scenarios.wire;

import io.github.centrifugorpc.WebsocketRpc;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Past;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a server demands beside the type, handed back in types of which nothing is demanded. */
public final class WireConstraints {

    public record Bounded(@Min(-2) @Max(5) int between, @Positive @Nullable Long positive) {}

    public record PlainBounded(int between, @Nullable Long positive) {}

    public record Fractions(
            @DecimalMin(value = "0.5", inclusive = false) @DecimalMax("1e3") BigDecimal price,
            @Digits(integer = 3, fraction = 2) @Nullable BigDecimal digits,
            @Positive @Nullable Double ratio,
            @Max(100) @Nullable BigInteger big) {}

    public record PlainFractions(
            BigDecimal price, @Nullable BigDecimal digits, @Nullable Double ratio, @Nullable BigInteger big) {}

    public record Words(
            @Size(min = 2, max = 3) @Nullable String size,
            @NotBlank String notBlank,
            @NotEmpty String notEmpty,
            @Pattern(regexp = "[a-z]+\\d") @Nullable String pattern,
            @Email @Nullable String email) {}

    public record PlainWords(
            @Nullable String size,
            String notBlank,
            String notEmpty,
            @Nullable String pattern,
            @Nullable String email) {}

    public record Containers(
            @Size(max = 2) List<@Min(0) Integer> list, @NotEmpty Map<String, @Valid Bounded> map) {}

    public record PlainContainers(List<Integer> list, Map<String, PlainBounded> map) {}

    public record Others(@AssertTrue boolean agreed, @Past LocalDate born) {}

    public record PlainOthers(boolean agreed, LocalDate born) {}

    @WebsocketRpc("wire.constrained_numbers")
    public PlainBounded numbers(Bounded params) {
        return new PlainBounded(params.between(), params.positive());
    }

    @WebsocketRpc("wire.constrained_fractions")
    public PlainFractions fractions(Fractions params) {
        return new PlainFractions(params.price(), params.digits(), params.ratio(), params.big());
    }

    @WebsocketRpc("wire.constrained_words")
    public PlainWords words(Words params) {
        return new PlainWords(params.size(), params.notBlank(), params.notEmpty(), params.pattern(), params.email());
    }

    @WebsocketRpc("wire.constrained_containers")
    public PlainContainers containers(Containers params) {
        Map<String, PlainBounded> map = new LinkedHashMap<>();
        params.map().forEach((key, value) -> map.put(key, numbers(value)));
        return new PlainContainers(params.list(), map);
    }

    @WebsocketRpc("wire.constrained_others")
    public PlainOthers others(Others params) {
        return new PlainOthers(params.agreed(), params.born());
    }
}
