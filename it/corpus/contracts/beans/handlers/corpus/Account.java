package corpus;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.centrifugorpc.DefaultValue;
import java.util.List;
import java.util.Optional;

/** An account, both ways. */
public class Account {

    /** Who owns it. */
    @JsonProperty(required = true)
    private String owner;

    private int balance;
    private Integer limit;
    private List<String> tags;
    private String note;
    private boolean active;

    @DefaultValue("EUR")
    private String currency;

    @JsonProperty("e-mail")
    private String _mail;

    private String secret;

    @NotNull
    private String country;

    public String getOwner() {
        return owner;
    }

    public void setOwner(String owner) {
        this.owner = owner;
    }

    public int getBalance() {
        return balance;
    }

    public void setBalance(int balance) {
        this.balance = balance;
    }

    /** The most it may be overdrawn. */
    public Integer getLimit() {
        return limit;
    }

    public void setLimit(Integer limit) {
        this.limit = limit;
    }

    public List<String> getTags() {
        return tags;
    }

    public Optional<String> getNote() {
        return Optional.ofNullable(note);
    }

    public void setNote(Optional<String> note) {
        this.note = note.orElse(null);
    }

    public boolean isActive() {
        return active;
    }

    public void setActive(boolean active) {
        this.active = active;
    }

    /** @deprecated always euros */
    @Deprecated
    public String getCurrency() {
        return currency;
    }

    public void setCurrency(String currency) {
        this.currency = currency;
    }

    public String getMail() {
        return _mail;
    }

    @JsonProperty("e-mail")
    public void setMail(String mail) {
        this._mail = mail;
    }

    @JsonIgnore
    public String getSecret() {
        return secret;
    }

    public String getCountry() {
        return country;
    }

    @interface NotNull {}
}
