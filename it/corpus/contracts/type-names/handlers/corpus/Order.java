package corpus;

public record Order() {
    public record Line(String article, int count) {}
}
