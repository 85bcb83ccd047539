/* Goes on when the browser has made a passkey; the library's script tells so with an event. */
document.addEventListener("otp_webauthn.register_complete", () => {
  location.assign(document.querySelector("[data-passkey-next]").dataset.passkeyNext);
});
