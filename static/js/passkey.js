/* Goes on when the browser has made a passkey; the library's script tells so with an event.
   Loaded by factor/passkey_make.html, where somebody makes a passkey. */
document.addEventListener("otp_webauthn.register_complete", () => {
  location.assign(document.querySelector("[data-passkey-next]").dataset.passkeyNext);
});
