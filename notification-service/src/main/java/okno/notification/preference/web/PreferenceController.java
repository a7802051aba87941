package okno.notification.preference.web;

import jakarta.validation.Valid;
import okno.notification.preference.ChangePreferences;
import okno.notification.preference.PreferenceQueries;
import okno.platform.core.Caller;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the caller wants to be told, and how. */
@RestController
@RequestMapping("/api/v1/notification-preferences")
@PreAuthorize("denyAll()")
class PreferenceController {

    private final PreferenceQueries preferences;
    private final ChangePreferences changePreferences;

    PreferenceController(PreferenceQueries preferences, ChangePreferences changePreferences) {
        this.preferences = preferences;
        this.changePreferences = changePreferences;
    }

    @GetMapping
    @PreAuthorize("hasAuthority('person')")
    PreferencesResponse get(Caller caller) {
        return PreferencesResponse.from(preferences.of(caller.id()));
    }

    @PutMapping
    @PreAuthorize("hasAuthority('person')")
    PreferencesResponse put(@Valid @RequestBody PreferencesRequest request, Caller caller) {
        changePreferences.handle(request.toCommand(caller));
        return get(caller);
    }
}
