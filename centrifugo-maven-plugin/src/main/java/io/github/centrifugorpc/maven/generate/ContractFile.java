package io.github.centrifugorpc.maven.generate;

import io.github.centrifugorpc.contract.Contract;
import io.github.centrifugorpc.contract.ContractJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Puts the contract where the server finds it on its class path. */
final class ContractFile {

    private ContractFile() {}

    static void write(Contract contract, List<Path> classPathRoots) {
        String json = ContractJson.write(contract);
        for (Path root : classPathRoots) {
            Path file = root.resolve(ContractJson.RESOURCE);
            try {
                if (!Files.exists(file) || !Files.readString(file).equals(json)) {
                    Files.createDirectories(file.getParent());
                    Files.writeString(file, json);
                }
            } catch (IOException e) {
                throw new UncheckedIOException("cannot write " + file, e);
            }
        }
    }
}
