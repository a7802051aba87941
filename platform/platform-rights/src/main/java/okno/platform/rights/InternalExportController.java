package okno.platform.rights;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.UUID;
import okno.platform.core.Caller;
import okno.platform.core.Problem;
import okno.platform.web.JsonLines;
import org.springframework.http.MediaType;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** Everything of one person, for identity-service alone, which the person has asked for a copy. */
@RestController
@RequestMapping("/internal/persons/{id}/export")
@PreAuthorize("denyAll()")
class InternalExportController {

    private static final String IDENTITY = "hasAuthority('service') and authentication.name == 'identity-service'";

    private final DisclosePerson disclosePerson;
    private final PersonalData data;
    private final JsonMapper json;

    InternalExportController(DisclosePerson disclosePerson, PersonalData data, JsonMapper json) {
        this.disclosePerson = disclosePerson;
        this.data = data;
        this.json = json;
    }

    /** JSON lines: {@code {section, record}}, {@code {file}}, and at the end {@code {lines}}. */
    @GetMapping(produces = JsonLines.MEDIA_TYPE)
    @PreAuthorize(IDENTITY)
    void export(Caller caller, @PathVariable UUID id, HttpServletResponse response) throws IOException {
        disclosePerson.handle(caller, id);
        response.setContentType(JsonLines.MEDIA_TYPE);
        JsonLines.write(response.getOutputStream(), json, lines -> data.write(id.toString(), new ExportLines(lines)));
    }

    @GetMapping(path = "/files/{fileId}", produces = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    @PreAuthorize(IDENTITY)
    void file(@PathVariable UUID id, @PathVariable UUID fileId, HttpServletResponse response) throws IOException {
        try (InputStream content = data.file(id.toString(), fileId).orElseThrow(Problem::notFound)) {
            response.setContentType(MediaType.APPLICATION_OCTET_STREAM_VALUE);
            content.transferTo(response.getOutputStream());
        }
    }
}
