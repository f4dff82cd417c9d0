package corpus.one;

public record Task(String id) {}
