package okno.application.dictionary;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import okno.application.dictionary.domain.CodedFields;
import okno.application.dictionary.domain.Dictionary;
import okno.platform.core.FieldFault;
import okno.platform.core.Problem;
import org.springframework.stereotype.Component;

/** Judges the codes of a form by their dictionaries, as of a day. */
@Component
public class CheckCodes {

    private final Dictionaries dictionaries;

    CheckCodes(Dictionaries dictionaries) {
        this.dictionaries = dictionaries;
    }

    /**
     * Everything that is wrong, by pointers such as {@code /form/country}: {@code dictionary_code_unknown}, {@code
     * dictionary_code_not_now}, and {@code dictionary_unavailable} where nobody can say at the moment. May ask
     * registry-service.
     */
    public List<FieldFault> faults(Map<String, Object> schema, Map<String, Object> form, LocalDate today) {
        List<FieldFault> faults = new ArrayList<>();
        for (CodedFields.Coded coded : CodedFields.of(schema, form)) {
            fault(coded, today).ifPresent(code -> faults.add(FieldFault.at("/form" + coded.pointer(), code)));
        }
        return faults;
    }

    private Optional<String> fault(CodedFields.Coded coded, LocalDate today) {
        try {
            return dictionaries
                    .find(coded.dictionary())
                    .map(dictionary -> fault(dictionary.judge(coded.code(), today)))
                    .orElse(Optional.of("dictionary_unavailable"));
        } catch (Problem unavailable) {
            return Optional.of("dictionary_unavailable");
        }
    }

    private static Optional<String> fault(Dictionary.Verdict verdict) {
        return switch (verdict) {
            case GOOD -> Optional.empty();
            case NOT_NOW -> Optional.of("dictionary_code_not_now");
            case UNKNOWN -> Optional.of("dictionary_code_unknown");
        };
    }
}
