package io.github.centrifugorpc.maven.generate;

import io.github.centrifugorpc.maven.scan.ScanRequest;
import io.github.centrifugorpc.maven.target.SdkTarget;
import java.nio.file.Path;
import java.util.List;

/**
 * One run, with every default settled.
 *
 * @param scan what to read
 * @param targets the SDKs to write
 * @param outputDirectory the folder around the SDKs
 * @param contractFolders class path roots that get the contract as a resource
 */
public record GenerateRequest(
        ScanRequest scan, List<SdkTarget> targets, Path outputDirectory, List<Path> contractFolders) {

    public GenerateRequest {
        targets = List.copyOf(targets);
        contractFolders = List.copyOf(contractFolders);
    }
}
