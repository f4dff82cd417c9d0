package io.github.centrifugorpc.maven.target.python;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.centrifugorpc.contract.Contract;
import io.github.centrifugorpc.contract.Docs;
import io.github.centrifugorpc.contract.EnumType;
import io.github.centrifugorpc.contract.Layout;
import io.github.centrifugorpc.contract.Literal;
import io.github.centrifugorpc.contract.Longs;
import io.github.centrifugorpc.contract.Member;
import io.github.centrifugorpc.contract.Naming;
import io.github.centrifugorpc.contract.ObjectType;
import io.github.centrifugorpc.contract.Place;
import io.github.centrifugorpc.contract.TypeDeclaration;
import io.github.centrifugorpc.contract.TypeRef;
import io.github.centrifugorpc.contract.UnionType;
import io.github.centrifugorpc.maven.target.GeneratedFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PartsTest {

    @Test
    void keepsUpToAHundredTypesInOneModule() {
        assertThat(render(chain(100))).containsKey("models.py").doesNotContainKey("_models/__init__.py");
        assertThat(render(chain(101))).containsKeys("models.py", "_models/__init__.py", "_models/objects01.py");
    }

    @Test
    void putsEachTypeAfterWhatItIsMadeOf() {
        var files = render(chain(101));

        assertThat(files.get("_models/objects01.py")).contains("class Type100(", "class Type91(");
        assertThat(files.get("_models/objects11.py")).contains("class Type0(");
        assertThat(files.get("_models/__init__.py"))
                .contains("    \"Type0\": \"objects11\",\n    \"Type1\": \"objects10\",\n");
    }

    @Test
    void importsWhatRunsAndReferencesWhatIsOnlyNamed() {
        var types = new ArrayList<>(chain(101));
        types.add(new EnumType(
                "Color",
                "com.acme.Color",
                List.of(new EnumType.Value("RED", "RED", Docs.NONE, Optional.empty())),
                Docs.NONE,
                Optional.empty(),
                Place.UNKNOWN));
        types.add(object(
                "Painted",
                member("color", new TypeRef.Named("Color"), Optional.of(new Literal.Text("RED"))),
                member("either", new TypeRef.Nullable(new TypeRef.Named("Either")), Optional.empty())));
        types.add(new UnionType(
                "Either",
                "com.acme.Either",
                "type",
                List.of("Type0", "Painted"),
                Optional.empty(),
                Docs.NONE,
                Optional.empty(),
                Place.UNKNOWN));
        var files = render(types);

        assertThat(files.get("_models/objects11.py")).contains("""
                from typing import TYPE_CHECKING

                from .. import _wire
                from .enums1 import (
                    Color,
                )

                if TYPE_CHECKING:
                    from .objects10 import (
                        Type1,
                    )
                    from .unions1 import (
                        Either,
                    )
                """);
        assertThat(files.get("_models/unions1.py")).contains("""
                from typing import Annotated

                from .. import _wire
                from .objects11 import (
                    Painted,
                    Type0,
                )
                """).doesNotContain("TYPE_CHECKING");
        assertThat(files.get("pyproject.toml")).contains("    \"/_models/unions1.py\",\n");
    }

    @Test
    void letsTypeCheckersSeeAllTypesAndProgramsLoadThemOneByOne() {
        var files = render(chain(101));

        assertThat(files.get("models.py"))
                .contains("if TYPE_CHECKING:\n    from ._models.objects01 import (\n")
                .contains("else:\n    from . import _models\n\n    __getattr__ = _models.__getattr__\n")
                .contains("__all__ = [\n    \"Type0\",\n    \"Type1\",\n");
        assertThat(files.get("__init__.py"))
                .contains("if TYPE_CHECKING:\n    from .models import (\n")
                .contains("else:\n    from . import _models\n\n    __getattr__ = _models.__getattr__\n");
    }

    private static List<TypeDeclaration> chain(int length) {
        var types = new ArrayList<TypeDeclaration>();
        for (int i = 0; i < length; i++) {
            types.add(
                    i == length - 1
                            ? object("Type" + i)
                            : object(
                                    "Type" + i, member("next", new TypeRef.Named("Type" + (i + 1)), Optional.empty())));
        }
        return types;
    }

    private static ObjectType object(String name, Member... members) {
        return new ObjectType(name, "com.acme." + name, List.of(members), Docs.NONE, Optional.empty(), Place.UNKNOWN);
    }

    private static Member member(String name, TypeRef type, Optional<Literal> value) {
        boolean isRequired = value.isEmpty() && !(type instanceof TypeRef.Nullable);
        return new Member(name, name, type, isRequired, value, Docs.NONE, Optional.empty(), Place.UNKNOWN);
    }

    private static Map<String, String> render(List<TypeDeclaration> types) {
        var contract = new Contract("tasks", Layout.PLAIN, Naming.SNAKE_CASE, Longs.NUMBER, List.of(), types);
        return new PythonRenderer("tasks_sdk", "0.1.0.dev0")
                .render(contract)
                .collect(Collectors.toMap(GeneratedFile::path, GeneratedFile::content));
    }
}
