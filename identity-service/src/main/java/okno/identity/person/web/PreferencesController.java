package okno.identity.person.web;

import jakarta.validation.Valid;
import okno.identity.person.ProfileQueries;
import okno.identity.person.SavePreferences;
import okno.platform.core.Caller;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The caller's own preferences. */
@RestController
@RequestMapping("/api/v1/me/preferences")
@PreAuthorize("denyAll()")
class PreferencesController {

    private final ProfileQueries queries;
    private final SavePreferences savePreferences;

    PreferencesController(ProfileQueries queries, SavePreferences savePreferences) {
        this.queries = queries;
        this.savePreferences = savePreferences;
    }

    @GetMapping
    @PreAuthorize("hasAuthority('person')")
    PreferencesBody preferences(Caller caller) {
        return PreferencesBody.from(queries.profile(caller).language(), queries.preferences(caller));
    }

    @PutMapping
    @PreAuthorize("hasAuthority('person')")
    PreferencesBody save(Caller caller, @Valid @RequestBody PreferencesBody wanted) {
        var command = new SavePreferences.Command(wanted.language(), wanted.toPreferences());
        var saved = savePreferences.handle(caller, command);
        return PreferencesBody.from(saved.language(), saved.preferences());
    }
}
