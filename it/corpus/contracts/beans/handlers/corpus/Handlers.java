package corpus;

import io.github.centrifugorpc.WebsocketRpc;

public final class Handlers {

    @WebsocketRpc("accounts.echo")
    public Account echo(Account account) {
        return account;
    }

    @WebsocketRpc("accounts.summary")
    public Summary summary(Filter filter) {
        return null;
    }

    /** Read only: what Jackson writes. */
    public static final class Summary extends Base<Long> {

        public String title;
        private final int hidden = 1;

        public String getURL() {
            return "";
        }

        public boolean isOpen() {
            return true;
        }

        public Boolean isClosed() {
            return false;
        }

        public String isNotOne() {
            return "";
        }

        public String get() {
            return "";
        }

        int getPackagePrivate() {
            return hidden;
        }

        public static String getStatic() {
            return "";
        }
    }

    public abstract static class Base<T> {

        public T getKey() {
            return null;
        }
    }

    /** Write only: what Jackson reads. */
    public static final class Filter {

        public int limit;
        public transient int skipped;
        private String text;
        private String fluent;

        private Filter() {}

        void setText(String text) {
            this.text = text;
        }

        public Filter setFluent(String fluent) {
            this.fluent = fluent;
            return this;
        }

        public String text() {
            return text + fluent;
        }
    }
}
