package okno.application.casefile;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import okno.application.casefile.domain.Application;
import okno.application.casefile.domain.Filing;
import okno.application.casefile.domain.Form;
import okno.application.catalogue.TermQueries;
import okno.application.catalogue.domain.Passport;
import okno.application.dictionary.Dictionaries;
import okno.application.dictionary.domain.CodedFields;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Says what the codes of a form are called: of a draft today, else on the day it was submitted. Nobody who reads waits for
 * registry-service: without a copy of the dictionary a code has no name for a moment.
 */
@Component
class NameCodes {

    private final Dictionaries dictionaries;
    private final TermQueries terms;

    NameCodes(Dictionaries dictionaries, TermQueries terms) {
        this.dictionaries = dictionaries;
        this.terms = terms;
    }

    /** Null when the form has no codes. */
    @Nullable
    List<ApplicationResponse.NamedView> handle(Passport passport, Application application, Form form, Locale locale) {
        List<CodedFields.Coded> coded = CodedFields.of(passport.form(), form.fields());
        LocalDate day = day(application);
        return coded.isEmpty()
                ? null
                : coded.stream().flatMap(one -> named(one, day, locale)).toList();
    }

    private Stream<ApplicationResponse.NamedView> named(CodedFields.Coded coded, LocalDate day, Locale locale) {
        return dictionaries
                .peek(coded.dictionary())
                .flatMap(dictionary -> dictionary.name(coded.code(), day, locale))
                .map(name -> new ApplicationResponse.NamedView(coded.pointer(), coded.dictionary(), coded.code(), name))
                .stream();
    }

    private LocalDate day(Application application) {
        Filing filing = application.filing();
        return filing == null ? terms.today() : LocalDate.ofInstant(filing.submittedAt(), TermQueries.ZONE);
    }
}
