package it.library;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

public record Note(
        String title,
        @Nullable String text,
        List<@Nullable String> tags,
        Map<String, List<@Nullable Integer>> counts,
        String @Nullable [] lines) {}
