package io.github.centrifugorpc.maven.generate;

import io.github.centrifugorpc.contract.Contract;
import io.github.centrifugorpc.contract.ContractJson;
import io.github.centrifugorpc.maven.output.TextFile;
import java.nio.file.Path;
import java.util.List;

/** Puts the contract where the server finds it on its class path. */
final class ContractFile {

    private ContractFile() {}

    static void write(Contract contract, List<Path> classPathRoots) {
        String json = ContractJson.write(contract);
        classPathRoots.forEach(root -> TextFile.write(root.resolve(ContractJson.RESOURCE), json));
    }
}
