package corpus;

import io.github.centrifugorpc.WebsocketRpc;

public final class Handlers {

    /**
     * Closes a task. See {@link Task}, {@link Task#id()}, {@linkplain java.util.List lists} and {@code a < b && c}.
     *
     * <p>A second paragraph with <b>bold</b>, <i>italic</i>, <code>code</code> &amp; entities: &lt;b&gt; &eacute; &#8364;.
     *
     * <ul>
     *   <li>first, which is
     *       longer than a line
     *   <li>second with {@code code}
     * </ul>
     *
     * <pre>{@code
     * Task task = close("1");
     *     indented();
     * }</pre>
     *
     * Traps: *&#47;, &quot;&quot;&quot;, {@code `tick`}, #[[ and ]]#, ${v}, $!{x}, ## and \n.
     *
     * @param params which one
     * @return the task
     */
    @WebsocketRpc("tasks.close")
    public Task close(Task params) {
        return params;
    }

    /**
     * Old.
     *
     * @deprecated use {@code tasks.close}
     */
    @Deprecated
    @WebsocketRpc("tasks.end")
    public void end() {}

    @Deprecated
    @WebsocketRpc("tasks.stop")
    public void stop() {}

    @WebsocketRpc("tasks.undocumented")
    public void undocumented() {}

    /** {@return the number of tasks} */
    @WebsocketRpc("tasks.count")
    public int count() {
        return 0;
    }

    /**
     * A task.
     *
     * @param id the id,
     *     unique
     * @param state how far it is
     */
    public record Task(String id, State state) {}

    /** How far a task is. */
    public enum State {
        /** Not begun. */
        OPEN,

        /**
         * Done.
         *
         * @deprecated never set
         */
        @Deprecated
        DONE
    }
}
