extension Article {
  /// ubadmin-store(5)
  static let storeFile = Article(
    name: "store", section: 5,
    abstract: "the accounts store that staff and portal share",
    text: #"""
      A store holds a city's utility customers, their accounts, services, meters, reads, bills
      and payments, the users of the portal, and a journal of every change. It is one file, or
      a schema on a database server; the tables, their columns and the names of the migrations
      that made them are the same.

      This page is for those who set a store up, and for a portal in another language that
      shares it.

      ONE FILE:

      SQLite, version 3.37 or later. Choose it where the staff work on one machine, by ssh(1)
      or at its terminal: there is nothing to run and nothing to keep up.

          ubadmin store init /srv/utility/accounts.db --group utility

      A new file is its owner's alone; with --group the folder and the file are the group's.
      The file must lie on a local disk, as its locks are not safe on network file systems.

      A SERVER:

      PostgreSQL, version 13 or later. Choose it where clerks work from many machines, or
      where the portal runs on another.

          createdb -T template0 --locale-provider=icu --icu-locale=und-u-ks-level1 utility
          ubadmin store init "postgresql://admin@db/utility"
          psql utility -c "GRANT ubadmin_clerk TO pat"

      With these options (PostgreSQL 15 or later) ORDER BY name in a query leaves case and
      accents out, as lists do. In a database of another locale names in queries have the order
      of that database; ORDER BY folded_name(name) and --sort name are as in lists everywhere.

      The store is a schema called ubadmin. libpq is opened when the first such store is; on
      Debian its package is libpq5. Passwords come from its own places alone (~/.pgpass, a
      service file, peer or GSSAPI authentication), never from the address; TLS is set as for
      every client of libpq.

      store init makes four group roles, each of which may do what those before it may:
      ubadmin_viewer reads, ubadmin_clerk writes records, ubadmin_supervisor changes service
      types as well, and ubadmin_admin changes settings as well. None of them may update,
      delete or truncate the journal.

      MOVING:

          ubadmin store copy accounts.db "postgresql://admin@db/utility"
          ubadmin store copy "postgresql://admin@db/utility" accounts.db

      The copy is whole or not there, its counts and digests are compared, and the chain of
      the journal goes along.

      VALUES:

      date::
      a civil day, 2026-11-23

      timestamp::
      a moment in UTC, 2026-11-23T14:05:09Z (on a server a timestamptz)

      money::
      whole cents

      quantity::
      whole thousandths of the column's unit

      boolean::
      0 or 1 in a file, a boolean on a server

      An interval is half open: the first day counts, the last column names the first day that
      no longer does. Text is Unicode in normal form C, without control characters.

      THE JOURNAL:

      Each committed change has a row in change and a row in change_row for each row that it
      wrote, with the cells before and after. digest of a change is the SHA-256 over the
      digest before it, its rows and its header, so that the changes form a chain; see ubadmin
      change verify. What a program writes outside the journal is found by ubadmin change
      verify --rows; in a sample city, whose rows are in no journal, only what was changed later. A change that was made from a file or a plan has a row in job, with the
      fingerprint of what it was made from, so that it is not made twice. Cells of the columns
      password_hash, hash, sealed and body are never in the journal; three dots stand for
      them.

      The tables whose names begin with search_ are the index of ubadmin search. They follow
      from the other tables by way of the journal and are not copied to another store; ubadmin
      search --rebuild makes them anew.

      PORTAL:

      portal_user::
      one row a user. email is in lower case and unique; an address is looked up in lower
      case. status is one of staged, provisioned, active, recovery, password_expired,
      locked_out, suspended and deprovisioned. Only an active user may sign in.
      failed_attempts counts wrong passwords since the last right one; locked_by is policy or
      staff. new_email waits until the user has followed the link that was sent there. An
      activation, a new password and a reset end it, and its token with it.

      identity::
      the ways in which a user signs in: with a password, or as subject of google, apple,
      microsoft or facebook. A row with ended_at no longer counts; a new password is a new
      row. A provider and subject have at most one row that counts. A user who was never
      activated has none; see registration.

      token::
      what links in e-mails prove, for activation, recovery, unlock or a new email address. A
      token holds while used_at and voided_at are empty and expires_at lies ahead; a new one
      for the same purpose voids those before it, but for the activation tokens of
      registrations, of which several may hold at a time.

      registration::
      what was typed in a registration, by the activation token of its mail: name, and
      password hash or provider and subject. It counts only when that token is used.

      portal_session::
      a user who is signed in; it holds while ended_at is empty and expires_at lies ahead.

      sign_in_attempt::
      every attempt, with its outcome: signed_in, wrong_password, unknown_user, refused, or
      link_refused for an account and customer ID that did not belong together.

      link::
      the accounts that a user sees, through a responsible customer; the user sees the days of
      account_customer of that customer and account, and no others.

      outbox_message::
      messages that were posted with the change that they tell of. Their texts are the
      program's, or the city's own, which are rows of setting by names that begin with
      mail.template.

      delivery_preference::
      how the bills of an account go from from_on until (not including) to_on: mail, email or
      both, with the address in lower case. A row that begins and ends on one day never held;
      without a row bills go by mail.

      delivery_event::
      a bounce, with the preference that held; reverted and moved_out, with the preference
      that they made.

      announcement::
      what the welcome page tells from from_on up to and with to_on, and not from retired_on
      on; to all, or to linked users alone.

      request::
      what a citizen asked: open, assigned, answered or closed since status_on. A portal adds
      the row with status open, and a row of request_message with sender citizen and the
      words.

      request_message::
      what the citizen or an operator wrote about a request, in order.

      note::
      what an operator noted about the record of that kind and key; of a service the key is
      account/code, of a user the number.

      PASSWORDS:

      password_hash is $scrypt$ln=15,r=8,p=1$SALT$HASH (RFC 7914), as the libraries of many
      languages write it: the cost N is 2 to the ln, r is the block size, p the parallelism.
      SALT and HASH are bytes in base64 without padding (RFC 4648 section 4), 16 and 32 in new
      hashes. A check takes the parameters from the hash, up to ln=20.

      A password is hashed as UTF-8 in the normal form C, without blanks at its ends. Where an
      address is unknown or a user has no password, the portal must do the work of one check
      with the parameters of new hashes, and answer the same. The hash of an ended row is
      history, not a password. With password.days greater than 0, an older password makes its
      user password_expired when signing in; the right one may then be changed.

      REGISTRATION AND ACTIVATION:

      Whoever knows an address can register it; the mail tells the owner apart. A registration
      of an address that nobody has activated yet adds a token of purpose activation and a row
      of registration; the user is staged or provisioned. A registration of an address that
      has a login changes nothing and posts a mail to it. The answer is the same.

      When an activation token is used, in one transaction: the token gets used_at; the user's
      other tokens that hold get voided_at; the user's sessions and identities that hold get
      ended_at; new_email is emptied and failed_attempts set to 0; the name, and the password
      hash or subject, of the token's registration become the user's, the latter as a new row
      of identity; the user becomes active. A token without a registration (staff's user
      register and user resend, or a forgotten password before the activation) needs a
      password with it. An activation by staff does the same without a registration, so that
      the user has no password.

      An identity of a provider is added to a login by its own session alone, never by signing
      in, and only where the provider states that it has verified the e-mail address
      (email_verified) and that is the address of the login.

      TOKENS AND SESSIONS:

      The token that goes out in a link (activation token, recovery token and so on) or cookie
      (session token) is 32 random bytes in base64url, 43 characters. hash is the SHA-256 of
      those characters, in hexadecimal; the token itself is nowhere but in the body of the
      message.

      A password change or reset ends the user's sessions, but for the one that made it, the
      tokens of purpose recovery and email, and new_email. A new address that is confirmed
      voids every other token of the user.

      LOCKOUT:

      The settings lockout.max-attempts (0 is never), lockout.auto-unlock-minutes (0 is never)
      and lockout.notify are rows of setting; where there is no row the standard holds, as
      ubadmin setting list shows it.

      A wrong password adds one to failed_attempts of a user of any status; the one that
      reaches the greatest count makes an active user locked_out, with locked_by policy, ends
      the sessions and posts the notice. From then on a password is not looked at and the
      answer is that to a wrong one, so that guessing on tells nothing; the attempt is
      recorded as refused. A user whom the policy locked is unlocked, with a count of 0, by
      the first attempt after the minutes; one whom staff locked is not. The count goes back
      to 0 with a right password, an activation and a new password.

      ENVIRONMENT:

      UBADMIN_STORE::
      the store; the others are in ubadmin-config(5)

      FILES:

      ~/.local/share/ubadmin/accounts.db::
      the store, where none is named; beside it, while it is open, its log (-wal) and that log's index
      (-shm)

      ~/.pgpass, ~/.pg_service.conf::
      passwords and services of servers

      EXIT STATUS:

      A store that is away, damaged or of another version ends a command with 69, one that is in use
      with 75.
      """#,
    seeAlso: [("ubadmin", 1), ("ubadmin-store", 1), ("ubadmin-security", 7)])
}
