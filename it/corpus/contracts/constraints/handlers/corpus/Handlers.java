package corpus;

import io.github.centrifugorpc.WebsocketRpc;
import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Future;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

public final class Handlers {

    /** A book's number. */
    @Constraint(validatedBy = {})
    @Retention(RetentionPolicy.RUNTIME)
    @NotNull
    public @interface Isbn {
        String message() default "";

        Class<?>[] groups() default {};

        Class<? extends Payload>[] payload() default {};
    }

    interface Created {}

    public record Order(
            @NotBlank @Size(max = 80, message = "too long") String title,
            @Size(min = 1, max = 10) List<@NotBlank @Size(max = 9) String> tags,
            @Min(0) @Max(100) int percent,
            @DecimalMin("0.5") @DecimalMax(value = "99.5", inclusive = false) double share,
            @Positive @Digits(integer = 6, fraction = 2) BigDecimal price,
            @Pattern(regexp = "[A-Z]{3}", flags = Pattern.Flag.CASE_INSENSITIVE) @Nullable String currency,
            @Email String contact,
            @AssertTrue boolean accepted,
            @Future Instant due,
            @Size.List({@Size(min = 2), @Size(max = 5)}) String twice,
            Optional<@Size(max = 3) String> hint,
            Map<String, @PositiveOrZero Integer> counts,
            List<List<@Min(1) Integer>> grid,
            @Size(max = 3, groups = Created.class) String onlyWhenCreated) {}

    public static class Book {
        @Isbn
        private String isbn;

        @NotEmpty
        private List<String> authors;

        @NotNull(groups = Created.class)
        private String note;

        private Instant printed;

        public String getIsbn() {
            return isbn;
        }

        public void setIsbn(String isbn) {
            this.isbn = isbn;
        }

        public List<String> getAuthors() {
            return authors;
        }

        public void setAuthors(List<String> authors) {
            this.authors = authors;
        }

        public String getNote() {
            return note;
        }

        public void setNote(String note) {
            this.note = note;
        }

        @PastOrPresent
        public Instant getPrinted() {
            return printed;
        }

        public void setPrinted(Instant printed) {
            this.printed = printed;
        }
    }

    @WebsocketRpc("orders.place")
    public void place(Order order) {}

    @WebsocketRpc("books.put")
    public void put(Book book) {}
}
