package corpus;

import io.github.centrifugorpc.WebsocketRpc;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

public final class Handlers {

    public record Tree(String label, List<Tree> children, Optional<Tree> parent) {}

    public record Person(String name, @Nullable Person boss, Map<String, Team> teams) {}

    public record Team(List<Person> members) {}

    @WebsocketRpc("trees.echo")
    public Tree tree(Tree tree) {
        return tree;
    }

    @WebsocketRpc("people.get")
    public Person person() {
        return null;
    }
}
