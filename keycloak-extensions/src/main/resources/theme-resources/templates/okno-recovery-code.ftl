<#-- The page of a known account would show its name: it must look like that of an unknown one. -->
<#global auth = "">
<#import "template.ftl" as layout>
<#import "field.ftl" as field>
<#import "buttons.ftl" as buttons>
<@layout.registrationLayout displayMessage=!messagesPerField.existsError('code'); section>
    <#if section = "header">
        ${msg("oknoRecoveryTitle")}
    <#elseif section = "form">
        <p>${msg("oknoRecoverySent")}</p>
        <form id="okno-recovery-code-form" class="${properties.kcFormClass!}" action="${url.loginAction}" method="post">
            <@field.input name="code" label=msg("oknoSmsCode") autocomplete="one-time-code" autofocus=true />
            <@buttons.actionGroup>
                <@buttons.button id="okno-recovery" label="doSubmit" />
            </@buttons.actionGroup>
        </form>
    </#if>
</@layout.registrationLayout>
