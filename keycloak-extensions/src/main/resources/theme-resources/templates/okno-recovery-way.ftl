<#-- The page of a known account would show its name: it must look like that of an unknown one. -->
<#global auth = "">
<#import "template.ftl" as layout>
<@layout.registrationLayout; section>
    <#if section = "header">
        ${msg("oknoRecoveryTitle")}
    <#elseif section = "form">
        <p>${msg("oknoRecoveryHow")}</p>
        <form id="okno-recovery-way-form" class="${properties.kcFormClass!}" action="${url.loginAction}" method="post">
            <button class="${properties.kcButtonPrimaryClass!} ${properties.kcButtonBlockClass!}" type="submit" name="way" value="phone">${msg("oknoRecoveryByPhone")}</button>
            <button class="${properties.kcButtonSecondaryClass!} ${properties.kcButtonBlockClass!} ${properties.kcMarginTopClass!}" type="submit" name="way" value="email">${msg("oknoRecoveryByEmail")}</button>
        </form>
        <p class="okno-note">${msg("oknoRecoveryByOfficer")}</p>
    </#if>
</@layout.registrationLayout>
