package corpus;

public interface Invoice {
    record Line(String text) {}
}
