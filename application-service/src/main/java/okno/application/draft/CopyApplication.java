package okno.application.draft;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import okno.application.attachment.AttachFile;
import okno.application.attachment.KeepPaper;
import okno.application.casefile.domain.Application;
import okno.application.casefile.domain.Form;
import okno.application.casefile.domain.Owner;
import okno.application.casefile.domain.Paper;
import okno.application.casefile.domain.Side;
import okno.application.casefile.persistence.Applications;
import okno.application.casefile.persistence.Forms;
import okno.application.casefile.persistence.Papers;
import okno.platform.core.Caller;
import okno.platform.core.Problem;
import okno.platform.documents.store.DocumentStore;
import org.springframework.stereotype.Component;

/**
 * Carries an earlier application over into a new draft: what was typed, under the newest version of the service, and the
 * attached files, as copies of the draft's own.
 */
@Component
public class CopyApplication {

    private final Applications applications;
    private final Forms forms;
    private final Papers papers;
    private final DocumentStore documents;
    private final AttachFile attachFile;

    CopyApplication(
            Applications applications, Forms forms, Papers papers, DocumentStore documents, AttachFile attachFile) {
        this.applications = applications;
        this.forms = forms;
        this.papers = papers;
        this.documents = documents;
        this.attachFile = attachFile;
    }

    /** A file that the service takes no longer, or not like this; {@code reason}: code of the refusal. */
    public record Refused(String kind, String fileName, String reason) {}

    /**
     * The service of the caller's own application.
     *
     * @throws Problem {@code not_found} when it is not theirs
     */
    public String service(Caller caller, UUID id) {
        return applications.get(id, Owner.of(caller)).service().code();
    }

    /** The draft as it is after its files. */
    public Application get(Caller caller, UUID id) {
        return applications.get(id, Owner.of(caller));
    }

    /**
     * What the state knows by now, and for the rest what was typed; fields that the newest form does not have are left out.
     */
    public Prefill.Filled filled(Caller caller, UUID id, Prefill.Filled fresh) {
        Application source = applications.get(id, Owner.of(caller));
        Map<String, Object> typed =
                known(fresh.passport().form(), forms.get(source.id()).fields());
        List<Form.Prefilled> current = fresh.form().prefilled().stream()
                .filter(field -> !field.source().startsWith("previous."))
                .toList();
        for (Form.Prefilled field : current) {
            FormPaths.at(fresh.form().fields(), field.pointer())
                    .ifPresent(value -> FormPaths.write(typed, field.pointer(), value));
        }
        return new Prefill.Filled(fresh.passport(), new Form(typed, current), fresh.missing());
    }

    /** Copies the files; each is judged anew, and the draft begins without those that are refused. */
    public List<Refused> attach(Caller caller, UUID id, UUID draftId) {
        Application source = applications.get(id, Owner.of(caller));
        List<Refused> refused = new ArrayList<>();
        for (Paper paper : papers.of(source.id())) {
            if (paper.side() == Side.APPLICANT) {
                attach(caller, paper, draftId, refused);
            }
        }
        return refused;
    }

    private void attach(Caller caller, Paper paper, UUID draftId, List<Refused> refused) {
        if (paper.isRejected()) {
            refused.add(new Refused(paper.kind(), paper.fileName(), Paper.MALWARE));
            return;
        }
        try {
            attachFile.handle(new AttachFile.Command(
                    caller,
                    draftId,
                    new KeepPaper.File(paper.kind(), paper.fileName(), () -> documents.open(paper.id()))));
        } catch (Problem unfit) {
            String code = unfit.faults().isEmpty()
                    ? unfit.code()
                    : unfit.faults().getFirst().code();
            refused.add(new Refused(paper.kind(), paper.fileName(), code));
        }
    }

    /** What of a form the schema still knows. */
    private static Map<String, Object> known(Map<?, ?> schema, Map<?, ?> form) {
        Map<String, Object> known = new LinkedHashMap<>();
        if (schema.get("properties") instanceof Map<?, ?> properties) {
            properties.forEach((name, field) -> {
                Object value = form.get(name);
                if (value instanceof Map<?, ?> nested) {
                    known.put(String.valueOf(name), known((Map<?, ?>) field, nested));
                } else if (value != null) {
                    known.put(String.valueOf(name), value);
                }
            });
        }
        return known;
    }
}
