extension Article {
  /// The sections of ubadmin-store(5) for developers of a portal.
  static let storeOfPortal = #"""
    PORTAL:

    portal_user::
    one row per user. email is in lower case and unique; an address is looked up in lower
    case. status is one of staged, provisioned, active, recovery, password_expired,
    locked_out, suspended and deprovisioned. Only an active user may sign in.
    failed_attempts counts wrong passwords since the last correct one; locked_by is policy or
    staff; suspended_from is the status before a suspension, which its end brings back. new_email waits until the user has followed the link that was sent there. An
    activation, a new password and a reset end it, and its token with it.

    identity::
    a user's sign-in methods: a password, or a subject of google, apple,
    microsoft or facebook. A row with ended_at no longer counts; a new password is a new
    row. A provider and subject have at most one row that counts. A user who was never
    activated has none; see registration.

    token::
    tokens in e-mail links, for activation, recovery, unlock or a new e-mail address. A
    token is valid while used_at and voided_at are empty and expires_at is in the future; a new one
    for the same purpose voids the earlier ones, except for activation tokens of
    registrations, several of which may be valid at a time.

    registration::
    the data entered in a registration, by the activation token of its mail: name, and
    password hash or provider and subject. It takes effect only when that token is used.

    portal_session::
    a signed-in user's session; it is valid while ended_at is empty and expires_at is in the future.

    sign_in_attempt::
    every attempt, with its outcome: signed_in, wrong_password, unknown_user, refused, or
    link_refused for an account and customer ID that did not belong together.

    link::
    the accounts that a user sees, through a responsible customer; the user sees the days of
    account_customer of that customer and account, and no others.

    outbox_message::
    messages queued by the change that they report. Their texts are the
    program's or the city's own, which are rows of setting with names that begin with
    mail.template.

    delivery_preference::
    how an account's bills are delivered from from_on until (not including) to_on: mail, email or
    both, with the address in lower case. A row that begins and ends on the same day never took effect;
    without a row bills go by mail.

    delivery_event::
    a bounce, with the preference in effect; reverted and moved_out, with the preference
    that they made.

    announcement::
    what the welcome page shows from from_on through to_on, but not from retired_on
    on; to everyone, or to linked users only.

    request::
    a citizen's request: open, assigned, answered or closed since status_on. A portal adds
    the row with status open, and a row of request_message with sender citizen and the
    words.

    request_message::
    the messages of a request by the citizen or an operator, in order.

    note::
    an operator's note on the record of that kind and key; for a service the key is
    account/code, for a user the user number.

    PASSWORDS:

    password_hash is $scrypt$ln=15,r=8,p=1$SALT$HASH (RFC 7914), as the libraries of many
    languages write it: the cost N is 2 to the ln, r is the block size, p the parallelism.
    SALT and HASH are bytes in base64 without padding (RFC 4648 section 4), 16 and 32 in new
    hashes. A check takes the parameters from the hash, up to ln=20.

    A password is hashed as UTF-8 in normalization form C, without leading or trailing blanks. If an
    address is unknown or a user has no password, the portal must still compute one hash
    with the parameters of new hashes, and give the same answer. The hash of an ended row is
    history, not a password. With password.days greater than 0, an older password makes its
    user password_expired when signing in; the correct password can then be changed.

    REGISTRATION AND ACTIVATION:

    Anyone who knows an address can register it; only its owner receives the mail. A registration
    of an address that has not been activated yet adds a token with purpose activation and a row
    of registration; the user is staged or provisioned. A registration of an address that
    already has a login changes nothing and sends a mail to it. The answer is the same.

    When an activation token is used, in one transaction: the token gets used_at; the user's
    other valid tokens get voided_at; the user's valid sessions and identities get
    ended_at; new_email is emptied and failed_attempts set to 0; the name, and the password
    hash or subject, of the token's registration become the user's, the latter as a new row
    of identity; the user becomes active. A token without a registration (staff's user
    register and user resend, or a forgotten password before the activation) needs a
    password with it. An activation by staff does the same without a registration, so
    the user has no password.

    A provider identity is added to a login only from that login's own session, never by signing
    in, and only where the provider states that it has verified the e-mail address
    (email_verified) and that is the address of the login.

    TOKENS AND SESSIONS:

    The token that goes out in a link (activation token, recovery token and so on) or cookie
    (session token) is 32 random bytes in base64url, 43 characters. hash is the SHA-256 of
    those characters, in hexadecimal; the token itself is stored only in the body of the
    message.

    A password change or reset ends the user's sessions, except for the one that made it, the
    tokens with purpose recovery and email, and new_email. Confirming a new address
    voids every other token of the user.

    LOCKOUT:

    The settings lockout.max-attempts (0 is never), lockout.auto-unlock-minutes (0 is never)
    and lockout.notify are rows of setting; without a row the default applies, as
    ubadmin setting list shows it.

    A wrong password adds one to failed_attempts of a user of any status. The attempt that
    reaches the maximum makes an active user locked_out, with locked_by policy, ends
    the sessions and sends the notice. From then on, passwords are not checked and the
    answer is the same as for a wrong one, so further guessing reveals nothing; the attempt is
    recorded as refused. A user locked by the policy is unlocked, with a count of 0, by
    the first attempt after those minutes; a user locked by staff is not. The count goes back
    to 0 with a correct password, an activation or a new password.
    """#
}
