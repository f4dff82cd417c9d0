package corpus.two;

public record Task(int id) {}
