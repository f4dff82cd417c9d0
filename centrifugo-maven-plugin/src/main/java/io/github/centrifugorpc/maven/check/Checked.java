package io.github.centrifugorpc.maven.check;

import io.github.centrifugorpc.contract.Contract;
import io.github.centrifugorpc.maven.target.SdkTarget;
import java.util.List;

/** What the rules look at: a contract and the SDKs that are to be made of it. */
record Checked(Contract contract, List<SdkTarget> targets) {}
