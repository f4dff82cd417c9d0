package corpus;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.centrifugorpc.DefaultValue;
import io.github.centrifugorpc.Patch;
import io.github.centrifugorpc.WebsocketRpc;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What docs/types.md shows. */
public final class Handlers {

    // region numbers
    public record Invoice(
            @JsonFormat(shape = JsonFormat.Shape.STRING) long id, // a snowflake: beyond what JavaScript counts exactly
            BigDecimal total, // "12.50", never 12.5
            int lines) {}
    // endregion

    // region presence
    public record SearchParams(
            String text, // must be given
            Optional<Instant> since, // may be left out, or be null
            List<String> tags, // left out means empty
            @DefaultValue("20") int limit) {} // left out means 20, filled in by the server
    // endregion

    // region enum
    public enum Status {
        @JsonProperty("in_progress")
        STARTED,
        DONE,
        /** What the server reads in place of a name that it does not know. */
        @JsonEnumDefaultValue
        OTHER
    }
    // endregion

    // region union
    public sealed interface Payment permits CardPayment, BankTransfer {}

    public record CardPayment(String cardToken) implements Payment {}

    public record BankTransfer(String iban, Optional<String> reference) implements Payment {}
    // endregion

    // region generic
    public record Page<T>(List<T> items, Optional<String> next) {}
    // endregion

    // region patch
    public record UpdateParams(String id, Patch<String> note, Patch<List<String>> tags) {}
    // endregion

    // region any
    public record Report(Status status, Map<String, Object> attributes) {}
    // endregion

    public record PayParams(Invoice invoice, Payment payment) {}

    @WebsocketRpc("invoices.pay")
    public Report pay(PayParams params) {
        return null;
    }

    @WebsocketRpc("invoices.search")
    public Page<Invoice> search(SearchParams params) {
        return null;
    }

    // region update
    @WebsocketRpc("invoices.update")
    public String update(UpdateParams params) {
        return params.note().applyTo("the note so far");
    }
    // endregion
}
