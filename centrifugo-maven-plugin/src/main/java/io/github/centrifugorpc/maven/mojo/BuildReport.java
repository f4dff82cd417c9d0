package io.github.centrifugorpc.maven.mojo;

import io.github.centrifugorpc.contract.Contract;
import io.github.centrifugorpc.contract.RpcMethod;
import io.github.centrifugorpc.maven.generate.GenerateResult;
import io.github.centrifugorpc.maven.generate.GenerateResult.Client;
import io.github.centrifugorpc.maven.generate.GenerateResult.Outcome;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.plugin.logging.Log;

/** Says in the build's log what was found and what was done. */
final class BuildReport {

    private final Log log;
    private final String mark;
    private final boolean isVerbose;

    BuildReport(Log log, String mark, boolean isVerbose) {
        this.log = log;
        this.mark = mark;
        this.isVerbose = isVerbose;
    }

    void print(GenerateResult result, Path baseDirectory) {
        if (result.outcome() == Outcome.NOTHING_FOUND) {
            warnOfNothing();
            return;
        }
        found(result.contract());
        result.clients().forEach(client -> client(client, baseDirectory));
        total(result.clients());
        result.notes().stream().flatMap(note -> note.lines().stream()).forEach(log::info);
    }

    private void warnOfNothing() {
        log.warn("Found 0 RPC methods");
        log.warn("  Nothing was generated, and nothing was touched. Likely causes:");
        log.warn("  - no method of this module carries @WebsocketRpc of the package io.github.centrifugorpc;");
        log.warn("  - the handlers are in another module: run this goal there, or name them in <handlerClasses>;");
        log.warn("  - <sources> names other folders than those of the handlers.");
    }

    private void found(Contract contract) {
        log.info("Found " + contract.methods().size() + " RPC methods");
        for (RpcMethod method : contract.methods()) {
            String params = method.params().map(ResultText::of).orElse("void");
            String result = method.result().map(ResultText::of).orElse("void");
            String place = isVerbose ? " (" + method.place() + ")" : "";
            log.info("  - " + method.name() + ": " + params + " -> " + result + place);
        }
    }

    private void client(Client client, Path baseDirectory) {
        String name = client.target().displayName();
        log.info(
                client.changes().isEmpty()
                        ? mark + " " + name + " client is up to date"
                        : mark + " Generated " + name + " client");
        if (isVerbose) {
            files("  ", client.changes().files(), baseDirectory);
            files("  removed ", client.changes().removed(), baseDirectory);
        }
    }

    private void files(String prefix, List<Path> files, Path baseDirectory) {
        for (Path file : files) {
            Path told = file.startsWith(baseDirectory) ? baseDirectory.relativize(file) : file;
            log.info(prefix + told);
        }
    }

    private void total(List<Client> clients) {
        long generated =
                clients.stream().filter(client -> !client.changes().isEmpty()).count();
        log.info(
                generated == 0
                        ? "All " + clients.size() + " client(s) are up to date"
                        : "Successfully generated " + generated + " client(s)");
    }
}
