package corpus;

import io.github.centrifugorpc.WebsocketRpc;

public final class Handlers {

    public static class Person {
        private String first;
        private int born;

        public String getFirst() {
            return first;
        }

        public void setFirst(String first) {
            this.first = first;
        }

        public String getGreeting() {
            return "Hello " + first;
        }

        public String getBorn() {
            return String.valueOf(born);
        }

        public void setBorn(int born) {
            this.born = born;
        }

        public void setPassword(String password) {}
    }

    public record Range(int from, int to) {
        public boolean isEmpty() {
            return from >= to;
        }
    }

    @WebsocketRpc("people.echo")
    public Person echo(Person person) {
        return person;
    }

    @WebsocketRpc("ranges.echo")
    public Range range(Range range) {
        return range;
    }
}
