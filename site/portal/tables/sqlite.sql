-- All tables of a new database, with the rows that migrations write. Written by `make tables`; never change it by hand.
-- migrations 31bcc4f6c57d36c8f9f835ff2b47e1b40e1a16de651ad720a5888d4966ced6d5

CREATE TABLE "auth_group" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "name" varchar(150) NOT NULL UNIQUE);

CREATE TABLE "auth_group_permissions" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "group_id" integer NOT NULL REFERENCES "auth_group" ("id") DEFERRABLE INITIALLY DEFERRED, "permission_id" integer NOT NULL REFERENCES "auth_permission" ("id") DEFERRABLE INITIALLY DEFERRED);

CREATE TABLE "auth_permission" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "content_type_id" integer NOT NULL REFERENCES "django_content_type" ("id") DEFERRABLE INITIALLY DEFERRED, "codename" varchar(100) NOT NULL, "name" varchar(255) NOT NULL);

CREATE TABLE "auth_user" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "password" varchar(128) NOT NULL, "last_login" datetime NULL, "is_superuser" bool NOT NULL, "username" varchar(150) NOT NULL UNIQUE, "last_name" varchar(150) NOT NULL, "email" varchar(254) NOT NULL, "is_staff" bool NOT NULL, "is_active" bool NOT NULL, "date_joined" datetime NOT NULL, "first_name" varchar(150) NOT NULL);

CREATE TABLE "auth_user_groups" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "user_id" integer NOT NULL REFERENCES "auth_user" ("id") DEFERRABLE INITIALLY DEFERRED, "group_id" integer NOT NULL REFERENCES "auth_group" ("id") DEFERRABLE INITIALLY DEFERRED);

CREATE TABLE "auth_user_user_permissions" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "user_id" integer NOT NULL REFERENCES "auth_user" ("id") DEFERRABLE INITIALLY DEFERRED, "permission_id" integer NOT NULL REFERENCES "auth_permission" ("id") DEFERRABLE INITIALLY DEFERRED);

CREATE TABLE "axes_accessattempt" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "user_agent" varchar(255) NOT NULL, "ip_address" char(39) NULL, "username" varchar(255) NULL, "http_accept" varchar(1025) NOT NULL, "path_info" varchar(255) NOT NULL, "attempt_time" datetime NOT NULL, "get_data" text NOT NULL, "post_data" text NOT NULL, "failures_since_start" integer unsigned NOT NULL CHECK ("failures_since_start" >= 0));

CREATE TABLE "axes_accessattemptexpiration" ("access_attempt_id" integer NOT NULL PRIMARY KEY REFERENCES "axes_accessattempt" ("id") DEFERRABLE INITIALLY DEFERRED, "expires_at" datetime NOT NULL);

CREATE TABLE "axes_accessfailurelog" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "user_agent" varchar(255) NOT NULL, "ip_address" char(39) NULL, "username" varchar(255) NULL, "http_accept" varchar(1025) NOT NULL, "path_info" varchar(255) NOT NULL, "attempt_time" datetime NOT NULL, "locked_out" bool NOT NULL);

CREATE TABLE "axes_accesslog" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "user_agent" varchar(255) NOT NULL, "ip_address" char(39) NULL, "username" varchar(255) NULL, "http_accept" varchar(1025) NOT NULL, "path_info" varchar(255) NOT NULL, "attempt_time" datetime NOT NULL, "logout_time" datetime NULL, "session_hash" varchar(64) NOT NULL);

CREATE TABLE "django_content_type" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "app_label" varchar(100) NOT NULL, "model" varchar(100) NOT NULL);

CREATE TABLE "django_migrations" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "app" varchar(255) NOT NULL, "name" varchar(255) NOT NULL, "applied" datetime NOT NULL);

CREATE TABLE "django_otp_webauthn_webauthnattestation" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "fmt" varchar(255) NOT NULL, "data" BLOB NOT NULL, "client_data_json" BLOB NOT NULL, "credential_id" bigint NOT NULL UNIQUE REFERENCES "django_otp_webauthn_webauthncredential" ("id") DEFERRABLE INITIALLY DEFERRED);

CREATE TABLE "django_otp_webauthn_webauthncredential" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "name" varchar(64) NOT NULL, "confirmed" bool NOT NULL, "credential_type" varchar(32) NOT NULL, "credential_id" BLOB NOT NULL, "public_key" BLOB NOT NULL, "transports" text NOT NULL CHECK ((JSON_VALID("transports") OR "transports" IS NULL)), "sign_count" integer unsigned NOT NULL CHECK ("sign_count" >= 0), "backup_eligible" bool NOT NULL, "backup_state" bool NOT NULL, "created_at" datetime NULL, "last_used_at" datetime NULL, "aaguid" varchar(36) NOT NULL, "credential_id_sha256" varchar(64) NOT NULL UNIQUE, "discoverable" bool NULL, "user_id" integer NOT NULL REFERENCES "auth_user" ("id") DEFERRABLE INITIALLY DEFERRED);

CREATE TABLE "django_otp_webauthn_webauthnuserhandle" ("handle_hex" varchar(128) NOT NULL UNIQUE, "user_id" integer NOT NULL PRIMARY KEY REFERENCES "auth_user" ("id") DEFERRABLE INITIALLY DEFERRED);

CREATE TABLE "django_session" ("session_key" varchar(40) NOT NULL PRIMARY KEY, "session_data" text NOT NULL, "expire_date" datetime NOT NULL);

CREATE TABLE "feedback_remark" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "ring_name" varchar(32) NOT NULL, "wrapped" BLOB NOT NULL, "at" datetime NOT NULL, "sealed_text" BLOB NOT NULL, "vote_id" bigint NOT NULL REFERENCES "feedback_vote" ("id") DEFERRABLE INITIALLY DEFERRED, "fingerprint" varchar(64) NOT NULL, CONSTRAINT "the_same_words_once" UNIQUE ("vote_id", "fingerprint"));

CREATE TABLE "feedback_vote" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "uid" char(32) NOT NULL UNIQUE, "helpful" bool NOT NULL, "at" datetime NOT NULL, "press" varchar(64) NULL UNIQUE, "page_id" integer NOT NULL REFERENCES "wagtailcore_page" ("id") DEFERRABLE INITIALLY DEFERRED);

CREATE TABLE "home_alertbanner" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "translation_key" char(32) NOT NULL, "heading" varchar(100) NOT NULL, "text" varchar(300) NOT NULL, "link" varchar(300) NOT NULL, "link_text" varchar(80) NOT NULL, "severity" varchar(10) NOT NULL, "starts" datetime NOT NULL, "ends" datetime NULL, "path" varchar(200) NOT NULL, "language" varchar(12) NOT NULL, "district_id" bigint NULL REFERENCES "services_district" ("id") DEFERRABLE INITIALLY DEFERRED, "locale_id" integer NOT NULL REFERENCES "wagtailcore_locale" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "alert_ends_later" CHECK (("ends" IS NULL OR "ends" > ("starts"))), CONSTRAINT "alert_link_has_words" CHECK (("link" = '' OR NOT ("link_text" = ''))));

CREATE TABLE "home_brokenlink" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "field" varchar(80) NOT NULL, "target" varchar(500) NOT NULL, "fault" varchar(20) NOT NULL, "since" datetime NOT NULL, "page_id" integer NOT NULL REFERENCES "wagtailcore_page" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "one_row_per_broken_link" UNIQUE ("page_id", "field", "target"), CONSTRAINT "fault_is_known" CHECK ("fault" IN ('page_gone', 'page_off', 'path_gone', 'anchor_gone', 'document_gone', 'document_off', 'outside_gone', 'unclear')));

CREATE TABLE "home_change" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "at" datetime NOT NULL, "seal" bigint NOT NULL);

CREATE TABLE "home_contentpage" ("page_ptr_id" integer NOT NULL PRIMARY KEY REFERENCES "wagtailcore_page" ("id") DEFERRABLE INITIALLY DEFERRED, "summary" varchar(200) NOT NULL, "source_note" text NOT NULL, "confirmed_on" date NULL, "content_key" varchar(100) NOT NULL, "content_hash" varchar(64) NOT NULL, "loaded_hash" varchar(64) NOT NULL, "borrowed" text NOT NULL CHECK ((JSON_VALID("borrowed") OR "borrowed" IS NULL)), "owner_mail" varchar(254) NOT NULL, "owner_name" varchar(120) NOT NULL, "review_every" smallint unsigned NOT NULL CHECK ("review_every" >= 0), "review_on" date NULL, "body" text NOT NULL CHECK ((JSON_VALID("body") OR "body" IS NULL)));

CREATE TABLE "home_glossaryterm" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "translation_key" char(32) NOT NULL, "slug" varchar(60) NOT NULL, "term" varchar(80) NOT NULL, "forms" varchar(300) NOT NULL, "explanation" varchar(300) NOT NULL, "order" smallint unsigned NOT NULL CHECK ("order" >= 0), "locale_id" integer NOT NULL REFERENCES "wagtailcore_locale" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "one_hard_word_per_language" UNIQUE ("locale_id", "slug"));

CREATE TABLE "home_homepage" ("page_ptr_id" integer NOT NULL PRIMARY KEY REFERENCES "wagtailcore_page" ("id") DEFERRABLE INITIALLY DEFERRED, "summary" varchar(200) NOT NULL, "source_note" text NOT NULL, "confirmed_on" date NULL, "content_key" varchar(100) NOT NULL, "content_hash" varchar(64) NOT NULL, "loaded_hash" varchar(64) NOT NULL, "borrowed" text NOT NULL CHECK ((JSON_VALID("borrowed") OR "borrowed" IS NULL)), "heading" varchar(120) NOT NULL, "lead" varchar(400) NOT NULL, "owner_mail" varchar(254) NOT NULL, "owner_name" varchar(120) NOT NULL, "review_every" smallint unsigned NOT NULL CHECK ("review_every" >= 0), "review_on" date NULL);

CREATE TABLE "home_indexpage" ("page_ptr_id" integer NOT NULL PRIMARY KEY REFERENCES "wagtailcore_page" ("id") DEFERRABLE INITIALLY DEFERRED, "summary" varchar(200) NOT NULL, "source_note" text NOT NULL, "confirmed_on" date NULL, "content_key" varchar(100) NOT NULL, "content_hash" varchar(64) NOT NULL, "loaded_hash" varchar(64) NOT NULL, "borrowed" text NOT NULL CHECK ((JSON_VALID("borrowed") OR "borrowed" IS NULL)), "intro" text NOT NULL, "owner_mail" varchar(254) NOT NULL, "owner_name" varchar(120) NOT NULL, "review_every" smallint unsigned NOT NULL CHECK ("review_every" >= 0), "review_on" date NULL);

CREATE TABLE "home_linkround" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "at" datetime NOT NULL, "pages" integer unsigned NOT NULL CHECK ("pages" >= 0), "links" integer unsigned NOT NULL CHECK ("links" >= 0), "outside" integer unsigned NOT NULL CHECK ("outside" >= 0), "unreachable" integer unsigned NOT NULL CHECK ("unreachable" >= 0));

CREATE TABLE "home_minoredit" ("revision_id" integer NOT NULL PRIMARY KEY REFERENCES "wagtailcore_revision" ("id") DEFERRABLE INITIALLY DEFERRED, "user_id" integer NULL REFERENCES "auth_user" ("id") DEFERRABLE INITIALLY DEFERRED);

CREATE TABLE "home_municipality" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "name" varchar(80) NOT NULL, "organisation" varchar(80) NOT NULL, "phone" varchar(30) NOT NULL, "phone_is_sample" bool NOT NULL, "mail" varchar(254) NOT NULL, "mail_is_sample" bool NOT NULL, "site_id" integer NOT NULL UNIQUE REFERENCES "wagtailcore_site" ("id") DEFERRABLE INITIALLY DEFERRED, "authority_uri" varchar(200) NOT NULL, "exit_address" varchar(200) NOT NULL, "exit_name" varchar(60) NOT NULL);

CREATE TABLE "home_plainword" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "official" varchar(80) NOT NULL, "plain" varchar(160) NOT NULL);

CREATE TABLE "home_reviewreminder" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "due" date NOT NULL, "number" smallint unsigned NOT NULL CHECK ("number" >= 0), "sent_at" datetime NOT NULL, "page_id" integer NOT NULL REFERENCES "wagtailcore_page" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "one_reminder_of_each" UNIQUE ("page_id", "due", "number"), CONSTRAINT "two_reminders_at_most" CHECK ("number" IN (1, 2)));

CREATE TABLE "home_searchentry" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "language" varchar(12) NOT NULL, "title" text NOT NULL, "summary" text NOT NULL, "body" text NOT NULL, "page_id" integer NOT NULL UNIQUE REFERENCES "wagtailcore_page" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "search_line" CHECK (("title" = '' OR "title" LIKE ' %' ESCAPE '\')));

CREATE TABLE "home_sourcewords" ("page_id" integer NOT NULL PRIMARY KEY REFERENCES "wagtailcore_page" ("id") DEFERRABLE INITIALLY DEFERRED, "words" varchar(64) NOT NULL, "since" datetime NULL);

CREATE TABLE "home_withdrawn" ("page_id" integer NOT NULL PRIMARY KEY REFERENCES "wagtailcore_page" ("id") DEFERRABLE INITIALLY DEFERRED);

CREATE TABLE "mail_staffmail" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "ring_name" varchar(32) NOT NULL, "wrapped" BLOB NOT NULL, "uid" char(32) NOT NULL UNIQUE, "created_at" datetime NOT NULL, "tries" integer unsigned NOT NULL CHECK ("tries" >= 0), "next_try_at" datetime NOT NULL, "sealed_mail" BLOB NOT NULL);

CREATE TABLE "otp_static_staticdevice" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "name" varchar(64) NOT NULL, "confirmed" bool NOT NULL, "user_id" integer NOT NULL REFERENCES "auth_user" ("id") DEFERRABLE INITIALLY DEFERRED, "throttling_failure_count" integer unsigned NOT NULL CHECK ("throttling_failure_count" >= 0), "throttling_failure_timestamp" datetime NULL, "created_at" datetime NULL, "last_used_at" datetime NULL);

CREATE TABLE "otp_static_statictoken" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "token" varchar(16) NOT NULL, "device_id" integer NOT NULL REFERENCES "otp_static_staticdevice" ("id") DEFERRABLE INITIALLY DEFERRED);

CREATE TABLE "otp_totp_totpdevice" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "name" varchar(64) NOT NULL, "confirmed" bool NOT NULL, "key" varchar(80) NOT NULL, "step" smallint unsigned NOT NULL CHECK ("step" >= 0), "t0" bigint NOT NULL, "digits" smallint unsigned NOT NULL CHECK ("digits" >= 0), "tolerance" smallint unsigned NOT NULL CHECK ("tolerance" >= 0), "drift" smallint NOT NULL, "last_t" bigint NOT NULL, "user_id" integer NOT NULL REFERENCES "auth_user" ("id") DEFERRABLE INITIALLY DEFERRED, "throttling_failure_count" integer unsigned NOT NULL CHECK ("throttling_failure_count" >= 0), "throttling_failure_timestamp" datetime NULL, "created_at" datetime NULL, "last_used_at" datetime NULL);

CREATE TABLE "privacy_opening" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "reference" varchar(10) NOT NULL, "at" datetime NOT NULL, "user_id" integer NOT NULL REFERENCES "auth_user" ("id") DEFERRABLE INITIALLY DEFERRED);

CREATE TABLE "privacy_questionkey" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "ring_name" varchar(32) NOT NULL, "wrapped" BLOB NOT NULL, "question_id" bigint NOT NULL UNIQUE REFERENCES "questions_question" ("id") DEFERRABLE INITIALLY DEFERRED);

CREATE TABLE "privacy_questionsearch" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "read" integer unsigned NOT NULL CHECK ("read" >= 0), "at" datetime NOT NULL, "user_id" integer NOT NULL REFERENCES "auth_user" ("id") DEFERRABLE INITIALLY DEFERRED);

CREATE TABLE "privacy_rightschange" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "at" datetime NOT NULL, "who" varchar(150) NOT NULL, "whom" varchar(150) NOT NULL, "what" varchar(20) NOT NULL, "before" text NOT NULL, "after" text NOT NULL);

CREATE TABLE "privacy_wrongtry" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "bucket" varchar(64) NOT NULL, "at" datetime NOT NULL);

CREATE TABLE "questions_callattempt" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "submission" char(32) NOT NULL, "at" datetime NOT NULL, "reached" bool NOT NULL, "colleague_id" bigint NOT NULL REFERENCES "questions_colleague" ("id") DEFERRABLE INITIALLY DEFERRED, "question_id" bigint NOT NULL REFERENCES "questions_question" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "one_call_per_submission" UNIQUE ("question_id", "submission"));

CREATE TABLE "questions_cannedanswer" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "name" varchar(80) NOT NULL, "language" varchar(10) NOT NULL, "text" text NOT NULL, "active" bool NOT NULL, "theme_id" bigint NULL REFERENCES "services_theme" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "one_canned_answer_per_language" UNIQUE ("name", "theme_id", "language"));

CREATE TABLE "questions_colleague" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "languages" text NOT NULL CHECK ((JSON_VALID("languages") OR "languages" IS NULL)), "active" bool NOT NULL, "user_id" integer NOT NULL UNIQUE REFERENCES "auth_user" ("id") DEFERRABLE INITIALLY DEFERRED, "last_seen_at" datetime NULL);

CREATE TABLE "questions_colleague_sensitive_themes" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "colleague_id" bigint NOT NULL REFERENCES "questions_colleague" ("id") DEFERRABLE INITIALLY DEFERRED, "theme_id" bigint NOT NULL REFERENCES "services_theme" ("id") DEFERRABLE INITIALLY DEFERRED);

CREATE TABLE "questions_colleague_teams" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "colleague_id" bigint NOT NULL REFERENCES "questions_colleague" ("id") DEFERRABLE INITIALLY DEFERRED, "team_id" bigint NOT NULL REFERENCES "questions_team" ("id") DEFERRABLE INITIALLY DEFERRED);

CREATE TABLE "questions_conversation" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "token_fingerprint" varchar(64) NOT NULL UNIQUE, "expires_at" datetime NOT NULL, "question_id" bigint NOT NULL REFERENCES "questions_question" ("id") DEFERRABLE INITIALLY DEFERRED, "second_code_id" bigint NULL REFERENCES "questions_secondcode" ("id") DEFERRABLE INITIALLY DEFERRED);

CREATE TABLE "questions_dangerjudgement" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "at" datetime NOT NULL, "sealed_outcome" BLOB NOT NULL, "colleague_id" bigint NOT NULL REFERENCES "questions_colleague" ("id") DEFERRABLE INITIALLY DEFERRED, "question_id" bigint NOT NULL REFERENCES "questions_question" ("id") DEFERRABLE INITIALLY DEFERRED);

CREATE TABLE "questions_draft" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "saved_at" datetime NOT NULL, "sealed_form" BLOB NOT NULL, "colleague_id" bigint NOT NULL REFERENCES "questions_colleague" ("id") DEFERRABLE INITIALLY DEFERRED, "question_id" bigint NOT NULL REFERENCES "questions_question" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "one_draft_per_colleague" UNIQUE ("question_id", "colleague_id"));

CREATE TABLE "questions_formalmatter" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "kind" varchar(20) NOT NULL, "theme" varchar(60) NOT NULL, "district" varchar(60) NOT NULL, "received_on" date NOT NULL, "admissible_on" date NULL, "inadmissible_on" date NULL, "resolved_on" date NULL, "question_id" bigint NULL UNIQUE REFERENCES "questions_question" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "a_matter_is_admissible_or_not" CHECK (("admissible_on" IS NULL OR "inadmissible_on" IS NULL)));

CREATE TABLE "questions_gap" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "ring_name" varchar(32) NOT NULL, "wrapped" BLOB NOT NULL, "uid" char(32) NOT NULL UNIQUE, "at" datetime NOT NULL, "sealed_words" BLOB NOT NULL, "outcome_id" bigint NOT NULL UNIQUE REFERENCES "questions_outcome" ("id") DEFERRABLE INITIALLY DEFERRED);

CREATE TABLE "questions_heldanswer" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "submission" char(32) NOT NULL, "submission_fingerprint" varchar(64) NOT NULL, "language" varchar(10) NOT NULL, "settled" varchar(10) NOT NULL, "seen" integer unsigned NOT NULL CHECK ("seen" >= 0), "written_at" datetime NOT NULL, "release_at" datetime NOT NULL, "sealed_text" BLOB NOT NULL, "sealed_ending" BLOB NULL, "colleague_id" bigint NOT NULL REFERENCES "questions_colleague" ("id") DEFERRABLE INITIALLY DEFERRED, "question_id" bigint NOT NULL REFERENCES "questions_question" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "one_held_answer_per_submission" UNIQUE ("question_id", "submission"));

CREATE TABLE "questions_historyentry" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "at" datetime NOT NULL, "what" varchar(20) NOT NULL, "data" text NOT NULL CHECK ((JSON_VALID("data") OR "data" IS NULL)), "sealed_words" BLOB NULL, "colleague_id" bigint NULL REFERENCES "questions_colleague" ("id") DEFERRABLE INITIALLY DEFERRED, "question_id" bigint NOT NULL REFERENCES "questions_question" ("id") DEFERRABLE INITIALLY DEFERRED);

CREATE TABLE "questions_looking" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "seen_at" datetime NOT NULL, "wrote_at" datetime NULL, "colleague_id" bigint NOT NULL REFERENCES "questions_colleague" ("id") DEFERRABLE INITIALLY DEFERRED, "question_id" bigint NOT NULL REFERENCES "questions_question" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "one_look_per_colleague" UNIQUE ("question_id", "colleague_id"));

CREATE TABLE "questions_machinetranslation" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "language" varchar(10) NOT NULL, "at" datetime NOT NULL, "sealed_text" BLOB NOT NULL, "message_id" bigint NOT NULL REFERENCES "questions_message" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "one_translation_per_language" UNIQUE ("message_id", "language"));

CREATE TABLE "questions_message" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "number" integer unsigned NOT NULL CHECK ("number" >= 0), "submission" char(32) NOT NULL, "submission_fingerprint" varchar(64) NOT NULL, "author" varchar(10) NOT NULL, "language" varchar(10) NOT NULL, "at" datetime NOT NULL, "read_at" datetime NULL, "sealed_text" BLOB NOT NULL, "colleague_id" bigint NULL REFERENCES "questions_colleague" ("id") DEFERRABLE INITIALLY DEFERRED, "question_id" bigint NOT NULL REFERENCES "questions_question" ("id") DEFERRABLE INITIALLY DEFERRED, "seen" integer unsigned NULL CHECK ("seen" >= 0), CONSTRAINT "one_message_per_number" UNIQUE ("question_id", "number"), CONSTRAINT "one_message_per_submission" UNIQUE ("question_id", "submission"), CONSTRAINT "a_colleague_signs_and_a_resident_does_not" CHECK ((("author" = 'resident' AND "colleague_id" IS NULL) OR ("author" = 'colleague' AND "colleague_id" IS NOT NULL))));

CREATE TABLE "questions_note" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "submission" char(32) NOT NULL, "at" datetime NOT NULL, "sealed_text" BLOB NOT NULL, "colleague_id" bigint NOT NULL REFERENCES "questions_colleague" ("id") DEFERRABLE INITIALLY DEFERRED, "question_id" bigint NOT NULL REFERENCES "questions_question" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "one_note_per_submission" UNIQUE ("question_id", "submission"));

CREATE TABLE "questions_onetimenumber" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "fingerprint" varchar(64) NOT NULL, "expires_at" datetime NOT NULL, "wrong_tries" integer unsigned NOT NULL CHECK ("wrong_tries" >= 0), "question_id" bigint NOT NULL UNIQUE REFERENCES "questions_question" ("id") DEFERRABLE INITIALLY DEFERRED);

CREATE TABLE "questions_outcome" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "theme" varchar(60) NOT NULL, "district" varchar(60) NOT NULL, "asked_on" date NOT NULL, "settled_on" date NULL, "destination" varchar(20) NOT NULL, "no_offer" bool NOT NULL, "first_conversation_on" date NULL, "question_id" bigint NULL UNIQUE REFERENCES "questions_question" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "an_ending_has_a_day" CHECK ((("destination" = '' AND "settled_on" IS NULL) OR (NOT ("destination" = '') AND "settled_on" IS NOT NULL))));

CREATE TABLE "questions_outgoing" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "language" varchar(10) NOT NULL, "created_at" datetime NOT NULL, "tries" integer unsigned NOT NULL CHECK ("tries" >= 0), "next_try_at" datetime NOT NULL, "accepted_at" datetime NULL, "refused_at" datetime NULL, "sealed_address" BLOB NOT NULL, "message_id" bigint NOT NULL UNIQUE REFERENCES "questions_message" ("id") DEFERRABLE INITIALLY DEFERRED, "question_id" bigint NOT NULL REFERENCES "questions_question" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "a_notice_is_accepted_or_refused" CHECK (("accepted_at" IS NULL OR "refused_at" IS NULL)));

CREATE TABLE "questions_question" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "uid" char(32) NOT NULL UNIQUE, "reference" varchar(10) NOT NULL UNIQUE, "code_fingerprint" varchar(64) NOT NULL, "submission" char(32) NOT NULL UNIQUE, "submission_fingerprint" varchar(64) NOT NULL, "language" varchar(10) NOT NULL, "channel" varchar(10) NOT NULL, "entry_channel" varchar(10) NOT NULL, "answer_by" varchar(10) NOT NULL, "status" varchar(10) NOT NULL, "asked_at" datetime NOT NULL, "last_number" integer unsigned NOT NULL CHECK ("last_number" >= 0), "first_opened_at" datetime NULL, "ended_at" datetime NULL, "claimed_at" datetime NULL, "sealed_contact" BLOB NULL, "colleague_id" bigint NULL REFERENCES "questions_colleague" ("id") DEFERRABLE INITIALLY DEFERRED, "district_id" bigint NULL REFERENCES "services_district" ("id") DEFERRABLE INITIALLY DEFERRED, "theme_id" bigint NOT NULL REFERENCES "services_theme" ("id") DEFERRABLE INITIALLY DEFERRED, "team_id" bigint NULL REFERENCES "questions_team" ("id") DEFERRABLE INITIALLY DEFERRED, "danger" varchar(10) NOT NULL, "sealed_danger" BLOB NULL, "due_at" datetime NULL, "kind" varchar(10) NOT NULL, "theme_corrected_id" bigint NULL REFERENCES "services_theme" ("id") DEFERRABLE INITIALLY DEFERRED, "waiting_since" datetime NULL, "merged_into_id" bigint NULL REFERENCES "questions_question" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "a_claim_names_who_and_when" CHECK ((("claimed_at" IS NULL AND "colleague_id" IS NULL) OR ("claimed_at" IS NOT NULL AND "colleague_id" IS NOT NULL AND "team_id" IS NOT NULL))), CONSTRAINT "who_wants_a_call_or_notice_left_an_address" CHECK (("answer_by" = 'page' OR "sealed_contact" IS NOT NULL)), CONSTRAINT "danger_is_known_and_sealed" CHECK ((("danger" = 'none' AND "sealed_danger" IS NULL) OR ("danger" IN ('unjudged', 'judged') AND "sealed_danger" IS NOT NULL))), CONSTRAINT "an_ended_question_has_an_end" CHECK ((("ended_at" IS NOT NULL AND "status" IN ('withdrawn', 'closed', 'solved', 'merged')) OR (NOT ("status" IN ('withdrawn', 'closed', 'solved', 'merged')) AND "ended_at" IS NULL))));

CREATE TABLE "questions_savedview" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "name" varchar(40) NOT NULL, "filters" varchar(300) NOT NULL, "colleague_id" bigint NOT NULL REFERENCES "questions_colleague" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "one_saved_view_per_name" UNIQUE ("colleague_id", "name"));

CREATE TABLE "questions_secondcode" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "code_fingerprint" varchar(64) NOT NULL, "made_at" datetime NOT NULL, "withdrawn_at" datetime NULL, "question_id" bigint NOT NULL REFERENCES "questions_question" ("id") DEFERRABLE INITIALLY DEFERRED);

CREATE TABLE "questions_sent" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "submission" char(32) NOT NULL, "fingerprint" varchar(64) NOT NULL, "at" datetime NOT NULL, "question_id" bigint NOT NULL REFERENCES "questions_question" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "one_form_per_submission" UNIQUE ("question_id", "submission"));

CREATE TABLE "questions_team" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "slug" varchar(50) NOT NULL UNIQUE, "name" varchar(80) NOT NULL, "district_id" bigint NULL UNIQUE REFERENCES "services_district" ("id") DEFERRABLE INITIALLY DEFERRED);

CREATE TABLE "questions_unconfirmed" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "since" datetime NOT NULL, "user_id" integer NOT NULL UNIQUE REFERENCES "auth_user" ("id") DEFERRABLE INITIALLY DEFERRED);

CREATE TABLE "questions_worry" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "sealed_report" BLOB NOT NULL, "followed_up_by" varchar(20) NOT NULL, "followed_up_at" datetime NULL, "question_id" bigint NOT NULL UNIQUE REFERENCES "questions_question" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "who_follows_up_has_a_moment" CHECK ((("followed_up_at" IS NULL AND "followed_up_by" = '') OR (NOT ("followed_up_by" = '') AND "followed_up_at" IS NOT NULL))));

CREATE TABLE "reachability_correction" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "what" varchar(10) NOT NULL, "reason" varchar(60) NOT NULL, "who" varchar(150) NOT NULL, "at" datetime NOT NULL, "wait_id" bigint NOT NULL REFERENCES "reachability_wait" ("id") DEFERRABLE INITIALLY DEFERRED, "theme" varchar(60) NOT NULL);

CREATE TABLE "reachability_wait" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "channel" varchar(10) NOT NULL, "entry_channel" varchar(10) NOT NULL, "kind" varchar(10) NOT NULL, "theme" varchar(60) NOT NULL, "theme_corrected" varchar(60) NOT NULL, "district" varchar(60) NOT NULL, "language" varchar(10) NOT NULL, "source" varchar(10) NOT NULL, "precision" varchar(10) NOT NULL, "started_at" datetime NOT NULL, "first_sign_at" datetime NULL, "reacted_at" datetime NULL, "settled_at" datetime NULL, "settled_how" varchar(20) NOT NULL, "ended_at" datetime NULL, "outcome" varchar(20) NOT NULL, "excluded" bool NOT NULL, "pending" bool NOT NULL, "answer_ended_at" datetime NULL, "answer_outcome" varchar(20) NOT NULL, CONSTRAINT "open_wait_has_no_end" CHECK ((("ended_at" IS NULL AND "outcome" = 'open') OR (NOT ("outcome" = 'open') AND "ended_at" IS NOT NULL))), CONSTRAINT "only_an_answer_is_a_reaction" CHECK ((("outcome" = 'answered' AND "reacted_at" = ("ended_at")) OR (NOT ("outcome" = 'answered') AND "reacted_at" IS NULL AND "settled_at" IS NULL))), CONSTRAINT "a_wait_does_not_end_before_it_starts" CHECK (("ended_at" IS NULL OR "ended_at" >= ("started_at"))), CONSTRAINT "a_real_answer_is_a_settlement" CHECK ((("answer_outcome" = 'answered' AND "settled_at" = ("answer_ended_at")) OR (NOT ("answer_outcome" = 'answered') AND "settled_at" IS NULL))));

CREATE TABLE "reachability_waitevent" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "number" integer unsigned NOT NULL CHECK ("number" >= 0), "event" varchar(20) NOT NULL, "at" datetime NOT NULL, "recorded_at" datetime NOT NULL, "data" text NOT NULL CHECK ((JSON_VALID("data") OR "data" IS NULL)), "sample" bool NOT NULL, "wait_id" bigint NOT NULL REFERENCES "reachability_wait" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "one_event_per_number" UNIQUE ("wait_id", "number"));

CREATE TABLE "reachability_waitlink" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "question_id" bigint NOT NULL REFERENCES "questions_question" ("id") DEFERRABLE INITIALLY DEFERRED, "wait_id" bigint NOT NULL UNIQUE REFERENCES "reachability_wait" ("id") DEFERRABLE INITIALLY DEFERRED);

CREATE TABLE "services_audience" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "translation_key" char(32) NOT NULL, "slug" varchar(60) NOT NULL, "name" varchar(80) NOT NULL, "order" smallint unsigned NOT NULL CHECK ("order" >= 0), "locale_id" integer NOT NULL REFERENCES "wagtailcore_locale" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "audience_once_per_language" UNIQUE ("slug", "locale_id"));

CREATE TABLE "services_calendar" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "slug" varchar(60) NOT NULL UNIQUE, "name" varchar(120) NOT NULL, "zone" varchar(60) NOT NULL, "sample" bool NOT NULL);

CREATE TABLE "services_calendarexception" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "day" date NOT NULL, "reason" varchar(120) NOT NULL, "recorded_at" datetime NOT NULL, "withdrawn_at" datetime NULL, "calendar_id" bigint NULL REFERENCES "services_calendar" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "exception_has_a_reason" CHECK (NOT ("reason" = '')));

CREATE TABLE "services_calendarexceptioninterval" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "opens" time NOT NULL, "closes" time NOT NULL, "exception_id" bigint NOT NULL REFERENCES "services_calendarexception" ("id") DEFERRABLE INITIALLY DEFERRED, "by_appointment" bool NOT NULL, CONSTRAINT "other_hours_close_after_they_open" CHECK (("closes" > ("opens") OR "closes" = '00:00:00')), CONSTRAINT "other_hours_open_once" UNIQUE ("exception_id", "opens"));

CREATE TABLE "services_calendarinterval" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "opens" time NOT NULL, "closes" time NOT NULL, "weekday" smallint unsigned NOT NULL CHECK ("weekday" >= 0), "version_id" bigint NOT NULL REFERENCES "services_calendarversion" ("id") DEFERRABLE INITIALLY DEFERRED, "by_appointment" bool NOT NULL, CONSTRAINT "interval_closes_after_it_opens" CHECK (("closes" > ("opens") OR "closes" = '00:00:00')), CONSTRAINT "interval_on_a_weekday" CHECK (("weekday" >= 0 AND "weekday" <= 6)), CONSTRAINT "interval_opens_once" UNIQUE ("version_id", "weekday", "opens"));

CREATE TABLE "services_calendarversion" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "valid_from" date NOT NULL, "valid_until" date NULL, "recorded_at" datetime NOT NULL, "superseded_at" datetime NULL, "calendar_id" bigint NOT NULL REFERENCES "services_calendar" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "version_ends_after_it_begins" CHECK (("valid_until" IS NULL OR "valid_until" >= ("valid_from"))));

CREATE TABLE "services_condition" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "slug" varchar(60) NOT NULL UNIQUE, "name" varchar(120) NOT NULL, "article" varchar(60) NOT NULL, "minimum_age" smallint unsigned NULL CHECK ("minimum_age" >= 0), "maximum_age" smallint unsigned NULL CHECK ("maximum_age" >= 0), "residence" varchar(12) NOT NULL, "route" varchar(40) NOT NULL, "valid_from" date NULL, "valid_until" date NULL, "source" varchar(300) NOT NULL, "source_date" date NULL, "confirmed_on" date NULL, "confirmed_by_id" integer NULL REFERENCES "auth_user" ("id") DEFERRABLE INITIALLY DEFERRED, "law_id" bigint NOT NULL REFERENCES "services_law" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "condition_ends_after_it_begins" CHECK (("valid_from" IS NULL OR "valid_until" IS NULL OR "valid_until" >= ("valid_from"))), CONSTRAINT "condition_ages_are_a_range" CHECK (("minimum_age" IS NULL OR "maximum_age" IS NULL OR "maximum_age" >= ("minimum_age"))), CONSTRAINT "condition_residence_is_known" CHECK ("residence" IN ('', 'municipality', 'country')));

CREATE TABLE "services_condition_services" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "condition_id" bigint NOT NULL REFERENCES "services_condition" ("id") DEFERRABLE INITIALLY DEFERRED, "service_id" bigint NOT NULL REFERENCES "services_service" ("id") DEFERRABLE INITIALLY DEFERRED);

CREATE TABLE "services_conditionspage" ("page_ptr_id" integer NOT NULL PRIMARY KEY REFERENCES "wagtailcore_page" ("id") DEFERRABLE INITIALLY DEFERRED, "owner_name" varchar(120) NOT NULL, "owner_mail" varchar(254) NOT NULL, "review_every" smallint unsigned NOT NULL CHECK ("review_every" >= 0), "review_on" date NULL, "summary" varchar(200) NOT NULL, "source_note" text NOT NULL, "confirmed_on" date NULL, "content_key" varchar(100) NOT NULL, "content_hash" varchar(64) NOT NULL, "loaded_hash" varchar(64) NOT NULL, "borrowed" text NOT NULL CHECK ((JSON_VALID("borrowed") OR "borrowed" IS NULL)), "intro" text NOT NULL, "what_else" text NOT NULL, "disagree" text NOT NULL, "law_id" bigint NOT NULL REFERENCES "services_law" ("id") DEFERRABLE INITIALLY DEFERRED, "conditions" text NOT NULL CHECK ((JSON_VALID("conditions") OR "conditions" IS NULL)));

CREATE TABLE "services_directorypage" ("page_ptr_id" integer NOT NULL PRIMARY KEY REFERENCES "wagtailcore_page" ("id") DEFERRABLE INITIALLY DEFERRED, "owner_name" varchar(120) NOT NULL, "owner_mail" varchar(254) NOT NULL, "review_every" smallint unsigned NOT NULL CHECK ("review_every" >= 0), "review_on" date NULL, "summary" varchar(200) NOT NULL, "source_note" text NOT NULL, "confirmed_on" date NULL, "content_key" varchar(100) NOT NULL, "content_hash" varchar(64) NOT NULL, "loaded_hash" varchar(64) NOT NULL, "borrowed" text NOT NULL CHECK ((JSON_VALID("borrowed") OR "borrowed" IS NULL)), "intro" text NOT NULL);

CREATE TABLE "services_district" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "slug" varchar(60) NOT NULL UNIQUE, "name" varchar(80) NOT NULL, "order" smallint unsigned NOT NULL CHECK ("order" >= 0), "colour" varchar(10) NOT NULL);

CREATE TABLE "services_fact" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "slug" varchar(60) NOT NULL UNIQUE, "kind" varchar(10) NOT NULL, "value" varchar(200) NOT NULL, "label" varchar(200) NOT NULL, "sample" bool NOT NULL, "source" varchar(300) NOT NULL, "source_date" date NULL, "confirmed_on" date NULL, "calendar_id" bigint NULL REFERENCES "services_calendar" ("id") DEFERRABLE INITIALLY DEFERRED, "changed_at" datetime NULL, CONSTRAINT "fact_kind_is_known" CHECK ("kind" IN ('phone', 'amount', 'age', 'number', 'address', 'hours', 'text')), CONSTRAINT "fact_says_something" CHECK ((("calendar_id" IS NOT NULL AND "kind" = 'hours') OR ("calendar_id" IS NULL AND NOT ("value" = '')))));

CREATE TABLE "services_faqpage" ("page_ptr_id" integer NOT NULL PRIMARY KEY REFERENCES "wagtailcore_page" ("id") DEFERRABLE INITIALLY DEFERRED, "owner_name" varchar(120) NOT NULL, "owner_mail" varchar(254) NOT NULL, "review_every" smallint unsigned NOT NULL CHECK ("review_every" >= 0), "review_on" date NULL, "summary" varchar(200) NOT NULL, "source_note" text NOT NULL, "confirmed_on" date NULL, "content_key" varchar(100) NOT NULL, "content_hash" varchar(64) NOT NULL, "loaded_hash" varchar(64) NOT NULL, "borrowed" text NOT NULL CHECK ((JSON_VALID("borrowed") OR "borrowed" IS NULL)), "answer" text NOT NULL, "theme_id" bigint NULL REFERENCES "services_theme" ("id") DEFERRABLE INITIALLY DEFERRED);

CREATE TABLE "services_guidepage" ("page_ptr_id" integer NOT NULL PRIMARY KEY REFERENCES "wagtailcore_page" ("id") DEFERRABLE INITIALLY DEFERRED, "owner_name" varchar(120) NOT NULL, "owner_mail" varchar(254) NOT NULL, "review_every" smallint unsigned NOT NULL CHECK ("review_every" >= 0), "review_on" date NULL, "summary" varchar(200) NOT NULL, "source_note" text NOT NULL, "confirmed_on" date NULL, "content_key" varchar(100) NOT NULL, "content_hash" varchar(64) NOT NULL, "loaded_hash" varchar(64) NOT NULL, "borrowed" text NOT NULL CHECK ((JSON_VALID("borrowed") OR "borrowed" IS NULL)), "intro" text NOT NULL, "steps" text NOT NULL CHECK ((JSON_VALID("steps") OR "steps" IS NULL)), "when_to_ask" text NOT NULL, "more" text NOT NULL, "theme_id" bigint NULL REFERENCES "services_theme" ("id") DEFERRABLE INITIALLY DEFERRED);

CREATE TABLE "services_helpline" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "translation_key" char(32) NOT NULL, "name" varchar(80) NOT NULL, "purpose" varchar(200) NOT NULL, "hours" varchar(120) NOT NULL, "order" smallint unsigned NOT NULL CHECK ("order" >= 0), "fact_id" bigint NOT NULL REFERENCES "services_fact" ("id") DEFERRABLE INITIALLY DEFERRED, "locale_id" integer NOT NULL REFERENCES "wagtailcore_locale" ("id") DEFERRABLE INITIALLY DEFERRED);

CREATE TABLE "services_law" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "slug" varchar(60) NOT NULL UNIQUE, "name" varchar(160) NOT NULL, "short_name" varchar(60) NOT NULL, "url" varchar(200) NOT NULL, "order" smallint unsigned NOT NULL CHECK ("order" >= 0), "theme_id" bigint NULL REFERENCES "services_theme" ("id") DEFERRABLE INITIALLY DEFERRED);

CREATE TABLE "services_loadedrow" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "kind" varchar(40) NOT NULL, "slug" varchar(120) NOT NULL, "hash" varchar(64) NOT NULL, CONSTRAINT "loaded_once" UNIQUE ("kind", "slug"));

CREATE TABLE "services_location" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "slug" varchar(60) NOT NULL UNIQUE, "name" varchar(120) NOT NULL, "address" varchar(200) NOT NULL, "address_is_sample" bool NOT NULL, "calendar_id" bigint NOT NULL REFERENCES "services_calendar" ("id") DEFERRABLE INITIALLY DEFERRED, "district_id" bigint NOT NULL REFERENCES "services_district" ("id") DEFERRABLE INITIALLY DEFERRED, "walk_in_id" bigint NULL REFERENCES "services_calendar" ("id") DEFERRABLE INITIALLY DEFERRED, "chat_hours_id" bigint NULL REFERENCES "services_calendar" ("id") DEFERRABLE INITIALLY DEFERRED, "phone_hours_id" bigint NULL REFERENCES "services_calendar" ("id") DEFERRABLE INITIALLY DEFERRED);

CREATE TABLE "services_locationpage" ("page_ptr_id" integer NOT NULL PRIMARY KEY REFERENCES "wagtailcore_page" ("id") DEFERRABLE INITIALLY DEFERRED, "summary" varchar(200) NOT NULL, "source_note" text NOT NULL, "confirmed_on" date NULL, "content_key" varchar(100) NOT NULL, "content_hash" varchar(64) NOT NULL, "loaded_hash" varchar(64) NOT NULL, "borrowed" text NOT NULL CHECK ((JSON_VALID("borrowed") OR "borrowed" IS NULL)), "intro" text NOT NULL, "location_id" bigint NOT NULL REFERENCES "services_location" ("id") DEFERRABLE INITIALLY DEFERRED, "owner_mail" varchar(254) NOT NULL, "owner_name" varchar(120) NOT NULL, "review_every" smallint unsigned NOT NULL CHECK ("review_every" >= 0), "review_on" date NULL);

CREATE TABLE "services_openallthesame" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "day" date NOT NULL UNIQUE, "name" varchar(120) NOT NULL, "judged_at" datetime NOT NULL, "judged_by_id" integer NULL REFERENCES "auth_user" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "open_day_has_a_name" CHECK (NOT ("name" = '')));

CREATE TABLE "services_organisation" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "cost" varchar(12) NOT NULL, "wheelchair" varchar(8) NOT NULL, "at_home" bool NOT NULL, "online" bool NOT NULL, "slug" varchar(80) NOT NULL UNIQUE, "name" varchar(120) NOT NULL, "kind" varchar(14) NOT NULL, "website" varchar(200) NOT NULL, "website_is_sample" bool NOT NULL, "mail" varchar(254) NOT NULL, "mail_is_sample" bool NOT NULL, "hidden_place" bool NOT NULL, "address" varchar(200) NOT NULL, "address_is_sample" bool NOT NULL, "address_confirmed_on" date NULL, "latitude" real NULL, "longitude" real NULL, "active" bool NOT NULL, "source" varchar(300) NOT NULL, "source_date" date NULL, "confirmed_on" date NULL, "calendar_id" bigint NULL REFERENCES "services_calendar" ("id") DEFERRABLE INITIALLY DEFERRED, "phone_id" bigint NULL REFERENCES "services_fact" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "hidden_place_is_nowhere" CHECK ((NOT "hidden_place" OR ("address" = '' AND "address_confirmed_on" IS NULL AND "latitude" IS NULL AND "longitude" IS NULL))), CONSTRAINT "shelter_is_hidden" CHECK ((NOT ("kind" IN ('violence', 'shelter')) OR "hidden_place")), CONSTRAINT "organisation_point_is_whole" CHECK ((("latitude" IS NULL AND "longitude" IS NULL) OR ("latitude" IS NOT NULL AND "latitude" BETWEEN -90.0 AND 90.0 AND "longitude" IS NOT NULL AND "longitude" BETWEEN -180.0 AND 180.0))), CONSTRAINT "point_has_a_confirmed_address" CHECK (("latitude" IS NULL OR "address_confirmed_on" IS NOT NULL)), CONSTRAINT "confirmed_address_is_real" CHECK (("address_confirmed_on" IS NULL OR (NOT ("address" = '') AND NOT "address_is_sample"))), CONSTRAINT "organisation_facets_are_known" CHECK (("kind" IN ('welfare', 'volunteers', 'advice', 'meeting', 'learning', 'work', 'municipality', 'health', 'safety', 'violence', 'shelter', 'housing', 'education', 'childcare') AND "cost" IN ('free', 'contribution', 'depends', 'unknown') AND "wheelchair" IN ('yes', 'no', 'unknown'))));

CREATE TABLE "services_organisation_audiences" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "organisation_id" bigint NOT NULL REFERENCES "services_organisation" ("id") DEFERRABLE INITIALLY DEFERRED, "audience_id" bigint NOT NULL REFERENCES "services_audience" ("id") DEFERRABLE INITIALLY DEFERRED);

CREATE TABLE "services_organisation_districts" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "organisation_id" bigint NOT NULL REFERENCES "services_organisation" ("id") DEFERRABLE INITIALLY DEFERRED, "district_id" bigint NOT NULL REFERENCES "services_district" ("id") DEFERRABLE INITIALLY DEFERRED);

CREATE TABLE "services_organisation_languages" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "organisation_id" bigint NOT NULL REFERENCES "services_organisation" ("id") DEFERRABLE INITIALLY DEFERRED, "spokenlanguage_id" bigint NOT NULL REFERENCES "services_spokenlanguage" ("id") DEFERRABLE INITIALLY DEFERRED);

CREATE TABLE "services_organisation_themes" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "organisation_id" bigint NOT NULL REFERENCES "services_organisation" ("id") DEFERRABLE INITIALLY DEFERRED, "theme_id" bigint NOT NULL REFERENCES "services_theme" ("id") DEFERRABLE INITIALLY DEFERRED);

CREATE TABLE "services_organisationpage" ("page_ptr_id" integer NOT NULL PRIMARY KEY REFERENCES "wagtailcore_page" ("id") DEFERRABLE INITIALLY DEFERRED, "owner_name" varchar(120) NOT NULL, "owner_mail" varchar(254) NOT NULL, "review_every" smallint unsigned NOT NULL CHECK ("review_every" >= 0), "review_on" date NULL, "summary" varchar(200) NOT NULL, "source_note" text NOT NULL, "confirmed_on" date NULL, "content_key" varchar(100) NOT NULL, "content_hash" varchar(64) NOT NULL, "loaded_hash" varchar(64) NOT NULL, "borrowed" text NOT NULL CHECK ((JSON_VALID("borrowed") OR "borrowed" IS NULL)), "what" text NOT NULL, "for_whom" text NOT NULL, "how" text NOT NULL, "cost" text NOT NULL, "organisation_id" bigint NOT NULL REFERENCES "services_organisation" ("id") DEFERRABLE INITIALLY DEFERRED);

CREATE TABLE "services_postcode" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "digits" smallint unsigned NOT NULL UNIQUE CHECK ("digits" >= 0), "latitude" real NULL, "longitude" real NULL, "sample" bool NOT NULL, "district_id" bigint NOT NULL REFERENCES "services_district" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "postcode_point_is_whole" CHECK ((("latitude" IS NULL AND "longitude" IS NULL) OR ("latitude" IS NOT NULL AND "latitude" BETWEEN -90.0 AND 90.0 AND "longitude" IS NOT NULL AND "longitude" BETWEEN -180.0 AND 180.0))), CONSTRAINT "postcode_is_four_digits" CHECK ("digits" BETWEEN 1000 AND 9999));

CREATE TABLE "services_service" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "cost" varchar(12) NOT NULL, "wheelchair" varchar(8) NOT NULL, "at_home" bool NOT NULL, "online" bool NOT NULL, "slug" varchar(80) NOT NULL UNIQUE, "name" varchar(120) NOT NULL, "upl" varchar(120) NOT NULL, "upl_uri" varchar(200) NOT NULL, "active" bool NOT NULL, "source" varchar(300) NOT NULL, "confirmed_on" date NULL, "calendar_id" bigint NULL REFERENCES "services_calendar" ("id") DEFERRABLE INITIALLY DEFERRED, "organisation_id" bigint NULL REFERENCES "services_organisation" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "service_facets_are_known" CHECK (("cost" IN ('free', 'contribution', 'depends', 'unknown') AND "wheelchair" IN ('yes', 'no', 'unknown'))), CONSTRAINT "service_upl_address_has_a_name" CHECK (("upl_uri" = '' OR NOT ("upl" = ''))));

CREATE TABLE "services_service_audiences" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "service_id" bigint NOT NULL REFERENCES "services_service" ("id") DEFERRABLE INITIALLY DEFERRED, "audience_id" bigint NOT NULL REFERENCES "services_audience" ("id") DEFERRABLE INITIALLY DEFERRED);

CREATE TABLE "services_service_districts" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "service_id" bigint NOT NULL REFERENCES "services_service" ("id") DEFERRABLE INITIALLY DEFERRED, "district_id" bigint NOT NULL REFERENCES "services_district" ("id") DEFERRABLE INITIALLY DEFERRED);

CREATE TABLE "services_service_languages" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "service_id" bigint NOT NULL REFERENCES "services_service" ("id") DEFERRABLE INITIALLY DEFERRED, "spokenlanguage_id" bigint NOT NULL REFERENCES "services_spokenlanguage" ("id") DEFERRABLE INITIALLY DEFERRED);

CREATE TABLE "services_service_themes" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "service_id" bigint NOT NULL REFERENCES "services_service" ("id") DEFERRABLE INITIALLY DEFERRED, "theme_id" bigint NOT NULL REFERENCES "services_theme" ("id") DEFERRABLE INITIALLY DEFERRED);

CREATE TABLE "services_servicepage" ("page_ptr_id" integer NOT NULL PRIMARY KEY REFERENCES "wagtailcore_page" ("id") DEFERRABLE INITIALLY DEFERRED, "summary" varchar(200) NOT NULL, "source_note" text NOT NULL, "confirmed_on" date NULL, "content_key" varchar(100) NOT NULL, "content_hash" varchar(64) NOT NULL, "loaded_hash" varchar(64) NOT NULL, "borrowed" text NOT NULL CHECK ((JSON_VALID("borrowed") OR "borrowed" IS NULL)), "what" text NOT NULL, "for_whom" text NOT NULL, "cost" text NOT NULL, "how" text NOT NULL, "bring" text NOT NULL, "duration" text NOT NULL, "where" text NOT NULL, "disagree" text NOT NULL, "who_else" text NOT NULL, "theme_id" bigint NULL REFERENCES "services_theme" ("id") DEFERRABLE INITIALLY DEFERRED, "owner_mail" varchar(254) NOT NULL, "owner_name" varchar(120) NOT NULL, "review_every" smallint unsigned NOT NULL CHECK ("review_every" >= 0), "review_on" date NULL, "service_id" bigint NULL REFERENCES "services_service" ("id") DEFERRABLE INITIALLY DEFERRED);

CREATE TABLE "services_spokenlanguage" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "code" varchar(12) NOT NULL UNIQUE, "name" varchar(80) NOT NULL);

CREATE TABLE "services_theme" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "slug" varchar(60) NOT NULL UNIQUE, "name" varchar(80) NOT NULL, "order" smallint unsigned NOT NULL CHECK ("order" >= 0), "sensitive" bool NOT NULL, "icon" varchar(40) NOT NULL, "tint" varchar(10) NOT NULL, "active" bool NOT NULL, "drawing" varchar(20) NOT NULL);

CREATE TABLE "services_theme_facts" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "theme_id" bigint NOT NULL REFERENCES "services_theme" ("id") DEFERRABLE INITIALLY DEFERRED, "fact_id" bigint NOT NULL REFERENCES "services_fact" ("id") DEFERRABLE INITIALLY DEFERRED);

CREATE TABLE "services_themepage" ("page_ptr_id" integer NOT NULL PRIMARY KEY REFERENCES "wagtailcore_page" ("id") DEFERRABLE INITIALLY DEFERRED, "summary" varchar(200) NOT NULL, "source_note" text NOT NULL, "confirmed_on" date NULL, "content_key" varchar(100) NOT NULL, "content_hash" varchar(64) NOT NULL, "loaded_hash" varchar(64) NOT NULL, "borrowed" text NOT NULL CHECK ((JSON_VALID("borrowed") OR "borrowed" IS NULL)), "intro" text NOT NULL, "what_we_do" text NOT NULL, "first_steps" text NOT NULL, "theme_id" bigint NOT NULL REFERENCES "services_theme" ("id") DEFERRABLE INITIALLY DEFERRED, "owner_mail" varchar(254) NOT NULL, "owner_name" varchar(120) NOT NULL, "review_every" smallint unsigned NOT NULL CHECK ("review_every" >= 0), "review_on" date NULL);

CREATE TABLE "taggit_tag" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "name" varchar(100) NOT NULL UNIQUE, "slug" varchar(100) NOT NULL UNIQUE);

CREATE TABLE "taggit_taggeditem" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "object_id" integer NOT NULL, "content_type_id" integer NOT NULL REFERENCES "django_content_type" ("id") DEFERRABLE INITIALLY DEFERRED, "tag_id" integer NOT NULL REFERENCES "taggit_tag" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "taggit_taggeditem_content_type_id_object_id_tag_id_4bb97a8e_uniq" UNIQUE ("content_type_id", "object_id", "tag_id"));

CREATE TABLE "wagtail_localize_localesynchronization" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "locale_id" integer NOT NULL UNIQUE REFERENCES "wagtailcore_locale" ("id") DEFERRABLE INITIALLY DEFERRED, "sync_from_id" integer NOT NULL REFERENCES "wagtailcore_locale" ("id") DEFERRABLE INITIALLY DEFERRED);

CREATE TABLE "wagtail_localize_overridablesegment" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "order" integer unsigned NOT NULL CHECK ("order" >= 0), "data_json" text NOT NULL, "context_id" integer NOT NULL REFERENCES "wagtail_localize_translationcontext" ("id") DEFERRABLE INITIALLY DEFERRED, "source_id" integer NOT NULL REFERENCES "wagtail_localize_translationsource" ("id") DEFERRABLE INITIALLY DEFERRED);

CREATE TABLE "wagtail_localize_relatedobjectsegment" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "order" integer unsigned NOT NULL CHECK ("order" >= 0), "context_id" integer NOT NULL REFERENCES "wagtail_localize_translationcontext" ("id") DEFERRABLE INITIALLY DEFERRED, "object_id" char(32) NOT NULL REFERENCES "wagtail_localize_translatableobject" ("translation_key") DEFERRABLE INITIALLY DEFERRED, "source_id" integer NOT NULL REFERENCES "wagtail_localize_translationsource" ("id") DEFERRABLE INITIALLY DEFERRED);

CREATE TABLE "wagtail_localize_segmentoverride" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "created_at" datetime NOT NULL, "updated_at" datetime NOT NULL, "data_json" text NOT NULL, "has_error" bool NOT NULL, "field_error" text NOT NULL, "context_id" integer NULL REFERENCES "wagtail_localize_translationcontext" ("id") DEFERRABLE INITIALLY DEFERRED, "last_translated_by_id" integer NULL REFERENCES "auth_user" ("id") DEFERRABLE INITIALLY DEFERRED, "locale_id" integer NOT NULL REFERENCES "wagtailcore_locale" ("id") DEFERRABLE INITIALLY DEFERRED);

CREATE TABLE "wagtail_localize_string" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "data_hash" char(32) NOT NULL, "data" text NOT NULL, "locale_id" integer NOT NULL REFERENCES "wagtailcore_locale" ("id") DEFERRABLE INITIALLY DEFERRED);

CREATE TABLE "wagtail_localize_stringsegment" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "order" integer unsigned NOT NULL CHECK ("order" >= 0), "attrs" text NOT NULL, "context_id" integer NOT NULL REFERENCES "wagtail_localize_translationcontext" ("id") DEFERRABLE INITIALLY DEFERRED, "source_id" integer NOT NULL REFERENCES "wagtail_localize_translationsource" ("id") DEFERRABLE INITIALLY DEFERRED, "string_id" integer NOT NULL REFERENCES "wagtail_localize_string" ("id") DEFERRABLE INITIALLY DEFERRED);

CREATE TABLE "wagtail_localize_stringtranslation" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "data" text NOT NULL, "created_at" datetime NOT NULL, "updated_at" datetime NOT NULL, "context_id" integer NULL REFERENCES "wagtail_localize_translationcontext" ("id") DEFERRABLE INITIALLY DEFERRED, "locale_id" integer NOT NULL REFERENCES "wagtailcore_locale" ("id") DEFERRABLE INITIALLY DEFERRED, "translation_of_id" integer NOT NULL REFERENCES "wagtail_localize_string" ("id") DEFERRABLE INITIALLY DEFERRED, "tool_name" varchar(255) NOT NULL, "translation_type" varchar(20) NOT NULL, "last_translated_by_id" integer NULL REFERENCES "auth_user" ("id") DEFERRABLE INITIALLY DEFERRED, "field_error" text NOT NULL, "has_error" bool NOT NULL);

CREATE TABLE "wagtail_localize_template" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "uuid" char(32) NOT NULL UNIQUE, "template" text NOT NULL, "template_format" varchar(100) NOT NULL, "string_count" integer unsigned NOT NULL CHECK ("string_count" >= 0));

CREATE TABLE "wagtail_localize_templatesegment" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "order" integer unsigned NOT NULL CHECK ("order" >= 0), "context_id" integer NOT NULL REFERENCES "wagtail_localize_translationcontext" ("id") DEFERRABLE INITIALLY DEFERRED, "source_id" integer NOT NULL REFERENCES "wagtail_localize_translationsource" ("id") DEFERRABLE INITIALLY DEFERRED, "template_id" integer NOT NULL REFERENCES "wagtail_localize_template" ("id") DEFERRABLE INITIALLY DEFERRED);

CREATE TABLE "wagtail_localize_translatableobject" ("translation_key" char(32) NOT NULL PRIMARY KEY, "content_type_id" integer NOT NULL REFERENCES "django_content_type" ("id") DEFERRABLE INITIALLY DEFERRED);

CREATE TABLE "wagtail_localize_translation" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "uuid" char(32) NOT NULL UNIQUE, "created_at" datetime NOT NULL, "translations_last_updated_at" datetime NULL, "destination_last_updated_at" datetime NULL, "enabled" bool NOT NULL, "source_id" integer NOT NULL REFERENCES "wagtail_localize_translationsource" ("id") DEFERRABLE INITIALLY DEFERRED, "target_locale_id" integer NOT NULL REFERENCES "wagtailcore_locale" ("id") DEFERRABLE INITIALLY DEFERRED);

CREATE TABLE "wagtail_localize_translationcontext" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "path_id" char(32) NOT NULL, "path" text NOT NULL, "object_id" char(32) NOT NULL REFERENCES "wagtail_localize_translatableobject" ("translation_key") DEFERRABLE INITIALLY DEFERRED, "field_path" text NOT NULL);

CREATE TABLE "wagtail_localize_translationlog" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "created_at" datetime NOT NULL, "locale_id" integer NOT NULL REFERENCES "wagtailcore_locale" ("id") DEFERRABLE INITIALLY DEFERRED, "source_id" integer NOT NULL REFERENCES "wagtail_localize_translationsource" ("id") DEFERRABLE INITIALLY DEFERRED, "revision_id" integer NULL REFERENCES "wagtailcore_revision" ("id") DEFERRABLE INITIALLY DEFERRED);

CREATE TABLE "wagtail_localize_translationsource" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "object_repr" text NOT NULL, "content_json" text NOT NULL, "created_at" datetime NOT NULL, "locale_id" integer NOT NULL REFERENCES "wagtailcore_locale" ("id") DEFERRABLE INITIALLY DEFERRED, "object_id" char(32) NOT NULL REFERENCES "wagtail_localize_translatableobject" ("translation_key") DEFERRABLE INITIALLY DEFERRED, "specific_content_type_id" integer NOT NULL REFERENCES "django_content_type" ("id") DEFERRABLE INITIALLY DEFERRED, "last_updated_at" datetime NOT NULL, "schema_version" varchar(255) NOT NULL);

CREATE TABLE "wagtailadmin_admin" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT);

CREATE TABLE "wagtailadmin_editingsession" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "object_id" varchar(255) NOT NULL, "last_seen_at" datetime NOT NULL, "content_type_id" integer NOT NULL REFERENCES "django_content_type" ("id") DEFERRABLE INITIALLY DEFERRED, "user_id" integer NOT NULL REFERENCES "auth_user" ("id") DEFERRABLE INITIALLY DEFERRED, "is_editing" bool NOT NULL);

CREATE TABLE "wagtailadmin_formstate" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "data" text NOT NULL, "object_id" varchar(255) NOT NULL, "parent_object_id" varchar(255) NOT NULL, "last_updated_at" datetime NOT NULL, "content_type_id" integer NOT NULL REFERENCES "django_content_type" ("id") DEFERRABLE INITIALLY DEFERRED, "user_id" integer NOT NULL REFERENCES "auth_user" ("id") DEFERRABLE INITIALLY DEFERRED);

CREATE TABLE "wagtailcore_collection" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "path" varchar(255) NOT NULL UNIQUE, "depth" integer unsigned NOT NULL CHECK ("depth" >= 0), "numchild" integer unsigned NOT NULL CHECK ("numchild" >= 0), "name" varchar(255) NOT NULL);

CREATE TABLE "wagtailcore_collectionviewrestriction" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "restriction_type" varchar(20) NOT NULL, "password" varchar(255) NOT NULL, "collection_id" integer NOT NULL REFERENCES "wagtailcore_collection" ("id") DEFERRABLE INITIALLY DEFERRED);

CREATE TABLE "wagtailcore_collectionviewrestriction_groups" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "collectionviewrestriction_id" integer NOT NULL REFERENCES "wagtailcore_collectionviewrestriction" ("id") DEFERRABLE INITIALLY DEFERRED, "group_id" integer NOT NULL REFERENCES "auth_group" ("id") DEFERRABLE INITIALLY DEFERRED);

CREATE TABLE "wagtailcore_comment" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "text" text NOT NULL, "contentpath" text NOT NULL, "position" text NOT NULL, "created_at" datetime NOT NULL, "updated_at" datetime NOT NULL, "resolved_at" datetime NULL, "page_id" integer NOT NULL REFERENCES "wagtailcore_page" ("id") DEFERRABLE INITIALLY DEFERRED, "resolved_by_id" integer NULL REFERENCES "auth_user" ("id") DEFERRABLE INITIALLY DEFERRED, "revision_created_id" integer NULL REFERENCES "wagtailcore_revision" ("id") DEFERRABLE INITIALLY DEFERRED, "user_id" integer NOT NULL REFERENCES "auth_user" ("id") DEFERRABLE INITIALLY DEFERRED);

CREATE TABLE "wagtailcore_commentreply" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "text" text NOT NULL, "created_at" datetime NOT NULL, "updated_at" datetime NOT NULL, "comment_id" integer NOT NULL REFERENCES "wagtailcore_comment" ("id") DEFERRABLE INITIALLY DEFERRED, "user_id" integer NOT NULL REFERENCES "auth_user" ("id") DEFERRABLE INITIALLY DEFERRED);

CREATE TABLE "wagtailcore_groupapprovaltask" ("task_ptr_id" integer NOT NULL PRIMARY KEY REFERENCES "wagtailcore_task" ("id") DEFERRABLE INITIALLY DEFERRED);

CREATE TABLE "wagtailcore_groupapprovaltask_groups" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "groupapprovaltask_id" integer NOT NULL REFERENCES "wagtailcore_groupapprovaltask" ("task_ptr_id") DEFERRABLE INITIALLY DEFERRED, "group_id" integer NOT NULL REFERENCES "auth_group" ("id") DEFERRABLE INITIALLY DEFERRED);

CREATE TABLE "wagtailcore_groupcollectionpermission" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "collection_id" integer NOT NULL REFERENCES "wagtailcore_collection" ("id") DEFERRABLE INITIALLY DEFERRED, "group_id" integer NOT NULL REFERENCES "auth_group" ("id") DEFERRABLE INITIALLY DEFERRED, "permission_id" integer NOT NULL REFERENCES "auth_permission" ("id") DEFERRABLE INITIALLY DEFERRED);

CREATE TABLE "wagtailcore_grouppagepermission" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "group_id" integer NOT NULL REFERENCES "auth_group" ("id") DEFERRABLE INITIALLY DEFERRED, "page_id" integer NOT NULL REFERENCES "wagtailcore_page" ("id") DEFERRABLE INITIALLY DEFERRED, "permission_id" integer NOT NULL REFERENCES "auth_permission" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "unique_permission" UNIQUE ("group_id", "page_id", "permission_id"));

CREATE TABLE "wagtailcore_groupsitepermission" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "group_id" integer NOT NULL REFERENCES "auth_group" ("id") DEFERRABLE INITIALLY DEFERRED, "permission_id" integer NOT NULL REFERENCES "auth_permission" ("id") DEFERRABLE INITIALLY DEFERRED, "site_id" integer NOT NULL REFERENCES "wagtailcore_site" ("id") DEFERRABLE INITIALLY DEFERRED);

CREATE TABLE "wagtailcore_locale" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "language_code" varchar(100) NOT NULL UNIQUE);

CREATE TABLE "wagtailcore_modellogentry" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "label" text NOT NULL, "action" varchar(255) NOT NULL, "timestamp" datetime NOT NULL, "content_changed" bool NOT NULL, "deleted" bool NOT NULL, "object_id" varchar(255) NOT NULL, "content_type_id" integer NULL REFERENCES "django_content_type" ("id") DEFERRABLE INITIALLY DEFERRED, "user_id" integer NULL, "uuid" char(32) NULL, "revision_id" integer NULL, "data" text NOT NULL CHECK ((JSON_VALID("data") OR "data" IS NULL)));

CREATE TABLE "wagtailcore_page" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "path" varchar(255) NOT NULL UNIQUE, "depth" integer unsigned NOT NULL CHECK ("depth" >= 0), "numchild" integer unsigned NOT NULL CHECK ("numchild" >= 0), "title" varchar(255) NOT NULL, "slug" varchar(255) NOT NULL, "live" bool NOT NULL, "has_unpublished_changes" bool NOT NULL, "url_path" text NOT NULL, "seo_title" varchar(255) NOT NULL, "show_in_menus" bool NOT NULL, "search_description" text NOT NULL, "go_live_at" datetime NULL, "expire_at" datetime NULL, "expired" bool NOT NULL, "content_type_id" integer NOT NULL REFERENCES "django_content_type" ("id") DEFERRABLE INITIALLY DEFERRED, "owner_id" integer NULL REFERENCES "auth_user" ("id") DEFERRABLE INITIALLY DEFERRED, "locked" bool NOT NULL, "latest_revision_created_at" datetime NULL, "first_published_at" datetime NULL, "live_revision_id" integer NULL REFERENCES "wagtailcore_revision" ("id") DEFERRABLE INITIALLY DEFERRED, "last_published_at" datetime NULL, "draft_title" varchar(255) NOT NULL, "locked_at" datetime NULL, "locked_by_id" integer NULL REFERENCES "auth_user" ("id") DEFERRABLE INITIALLY DEFERRED, "locale_id" integer NOT NULL REFERENCES "wagtailcore_locale" ("id") DEFERRABLE INITIALLY DEFERRED, "translation_key" char(32) NOT NULL, "alias_of_id" integer NULL REFERENCES "wagtailcore_page" ("id") DEFERRABLE INITIALLY DEFERRED, "latest_revision_id" integer NULL REFERENCES "wagtailcore_revision" ("id") DEFERRABLE INITIALLY DEFERRED);

CREATE TABLE "wagtailcore_pagelogentry" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "label" text NOT NULL, "action" varchar(255) NOT NULL, "timestamp" datetime NOT NULL, "content_changed" bool NOT NULL, "deleted" bool NOT NULL, "content_type_id" integer NULL REFERENCES "django_content_type" ("id") DEFERRABLE INITIALLY DEFERRED, "page_id" integer NOT NULL, "revision_id" integer NULL, "user_id" integer NULL, "uuid" char(32) NULL, "data" text NOT NULL CHECK ((JSON_VALID("data") OR "data" IS NULL)));

CREATE TABLE "wagtailcore_pagesubscription" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "comment_notifications" bool NOT NULL, "page_id" integer NOT NULL REFERENCES "wagtailcore_page" ("id") DEFERRABLE INITIALLY DEFERRED, "user_id" integer NOT NULL REFERENCES "auth_user" ("id") DEFERRABLE INITIALLY DEFERRED);

CREATE TABLE "wagtailcore_pageviewrestriction" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "password" varchar(255) NOT NULL, "page_id" integer NOT NULL REFERENCES "wagtailcore_page" ("id") DEFERRABLE INITIALLY DEFERRED, "restriction_type" varchar(20) NOT NULL);

CREATE TABLE "wagtailcore_pageviewrestriction_groups" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "pageviewrestriction_id" integer NOT NULL REFERENCES "wagtailcore_pageviewrestriction" ("id") DEFERRABLE INITIALLY DEFERRED, "group_id" integer NOT NULL REFERENCES "auth_group" ("id") DEFERRABLE INITIALLY DEFERRED);

CREATE TABLE "wagtailcore_referenceindex" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "object_id" varchar(255) NOT NULL, "to_object_id" varchar(255) NOT NULL, "model_path" text NOT NULL, "content_path" text NOT NULL, "content_path_hash" char(32) NOT NULL, "base_content_type_id" integer NOT NULL REFERENCES "django_content_type" ("id") DEFERRABLE INITIALLY DEFERRED, "content_type_id" integer NOT NULL REFERENCES "django_content_type" ("id") DEFERRABLE INITIALLY DEFERRED, "to_content_type_id" integer NOT NULL REFERENCES "django_content_type" ("id") DEFERRABLE INITIALLY DEFERRED);

CREATE TABLE "wagtailcore_revision" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "created_at" datetime NOT NULL, "approved_go_live_at" datetime NULL, "user_id" integer NULL REFERENCES "auth_user" ("id") DEFERRABLE INITIALLY DEFERRED, "content" text NOT NULL CHECK ((JSON_VALID("content") OR "content" IS NULL)), "object_id" varchar(255) NOT NULL, "content_type_id" integer NOT NULL REFERENCES "django_content_type" ("id") DEFERRABLE INITIALLY DEFERRED, "base_content_type_id" integer NOT NULL REFERENCES "django_content_type" ("id") DEFERRABLE INITIALLY DEFERRED, "object_str" text NOT NULL);

CREATE TABLE "wagtailcore_site" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "hostname" varchar(255) NOT NULL, "port" integer NOT NULL, "is_default_site" bool NOT NULL, "root_page_id" integer NOT NULL REFERENCES "wagtailcore_page" ("id") DEFERRABLE INITIALLY DEFERRED, "site_name" varchar(255) NOT NULL);

CREATE TABLE "wagtailcore_task" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "name" varchar(255) NOT NULL, "active" bool NOT NULL, "content_type_id" integer NOT NULL REFERENCES "django_content_type" ("id") DEFERRABLE INITIALLY DEFERRED);

CREATE TABLE "wagtailcore_taskstate" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "status" varchar(50) NOT NULL, "started_at" datetime NOT NULL, "finished_at" datetime NULL, "content_type_id" integer NOT NULL REFERENCES "django_content_type" ("id") DEFERRABLE INITIALLY DEFERRED, "task_id" integer NOT NULL REFERENCES "wagtailcore_task" ("id") DEFERRABLE INITIALLY DEFERRED, "workflow_state_id" integer NOT NULL REFERENCES "wagtailcore_workflowstate" ("id") DEFERRABLE INITIALLY DEFERRED, "finished_by_id" integer NULL REFERENCES "auth_user" ("id") DEFERRABLE INITIALLY DEFERRED, "comment" text NOT NULL, "revision_id" integer NOT NULL REFERENCES "wagtailcore_revision" ("id") DEFERRABLE INITIALLY DEFERRED);

CREATE TABLE "wagtailcore_uploadedfile" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "file" varchar(200) NOT NULL, "for_content_type_id" integer NULL REFERENCES "django_content_type" ("id") DEFERRABLE INITIALLY DEFERRED, "uploaded_by_user_id" integer NULL REFERENCES "auth_user" ("id") DEFERRABLE INITIALLY DEFERRED);

CREATE TABLE "wagtailcore_workflow" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "name" varchar(255) NOT NULL, "active" bool NOT NULL);

CREATE TABLE "wagtailcore_workflowcontenttype" ("content_type_id" integer NOT NULL PRIMARY KEY REFERENCES "django_content_type" ("id") DEFERRABLE INITIALLY DEFERRED, "workflow_id" integer NOT NULL REFERENCES "wagtailcore_workflow" ("id") DEFERRABLE INITIALLY DEFERRED);

CREATE TABLE "wagtailcore_workflowpage" ("page_id" integer NOT NULL PRIMARY KEY REFERENCES "wagtailcore_page" ("id") DEFERRABLE INITIALLY DEFERRED, "workflow_id" integer NOT NULL REFERENCES "wagtailcore_workflow" ("id") DEFERRABLE INITIALLY DEFERRED);

CREATE TABLE "wagtailcore_workflowstate" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "status" varchar(50) NOT NULL, "created_at" datetime NOT NULL, "current_task_state_id" integer NULL UNIQUE REFERENCES "wagtailcore_taskstate" ("id") DEFERRABLE INITIALLY DEFERRED, "requested_by_id" integer NULL REFERENCES "auth_user" ("id") DEFERRABLE INITIALLY DEFERRED, "workflow_id" integer NOT NULL REFERENCES "wagtailcore_workflow" ("id") DEFERRABLE INITIALLY DEFERRED, "object_id" varchar(255) NOT NULL, "base_content_type_id" integer NOT NULL REFERENCES "django_content_type" ("id") DEFERRABLE INITIALLY DEFERRED, "content_type_id" integer NOT NULL REFERENCES "django_content_type" ("id") DEFERRABLE INITIALLY DEFERRED);

CREATE TABLE "wagtailcore_workflowtask" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "sort_order" integer NULL, "task_id" integer NOT NULL REFERENCES "wagtailcore_task" ("id") DEFERRABLE INITIALLY DEFERRED, "workflow_id" integer NOT NULL REFERENCES "wagtailcore_workflow" ("id") DEFERRABLE INITIALLY DEFERRED);

CREATE TABLE "wagtaildocs_document" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "title" varchar(255) NOT NULL, "file" varchar(100) NOT NULL, "created_at" datetime NOT NULL, "uploaded_by_user_id" integer NULL REFERENCES "auth_user" ("id") DEFERRABLE INITIALLY DEFERRED, "collection_id" integer NOT NULL REFERENCES "wagtailcore_collection" ("id") DEFERRABLE INITIALLY DEFERRED, "file_hash" varchar(40) NOT NULL, "file_size" bigint unsigned NULL CHECK ("file_size" >= 0));

CREATE TABLE "wagtailimages_image" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "title" varchar(255) NOT NULL, "file" varchar(100) NOT NULL, "width" integer NOT NULL, "height" integer NOT NULL, "created_at" datetime NOT NULL, "focal_point_x" integer unsigned NULL CHECK ("focal_point_x" >= 0), "focal_point_y" integer unsigned NULL CHECK ("focal_point_y" >= 0), "focal_point_width" integer unsigned NULL CHECK ("focal_point_width" >= 0), "focal_point_height" integer unsigned NULL CHECK ("focal_point_height" >= 0), "uploaded_by_user_id" integer NULL REFERENCES "auth_user" ("id") DEFERRABLE INITIALLY DEFERRED, "file_size" integer unsigned NULL CHECK ("file_size" >= 0), "collection_id" integer NOT NULL REFERENCES "wagtailcore_collection" ("id") DEFERRABLE INITIALLY DEFERRED, "file_hash" varchar(40) NOT NULL, "description" varchar(255) NOT NULL);

CREATE TABLE "wagtailimages_rendition" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "width" integer NOT NULL, "height" integer NOT NULL, "focal_point_key" varchar(16) NOT NULL, "filter_spec" varchar(255) NOT NULL, "image_id" integer NOT NULL REFERENCES "wagtailimages_image" ("id") DEFERRABLE INITIALLY DEFERRED, "file" varchar(100) NOT NULL);

CREATE TABLE "wagtailredirects_redirect" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "old_path" varchar(255) NOT NULL, "is_permanent" bool NOT NULL, "redirect_link" varchar(255) NOT NULL, "redirect_page_id" integer NULL REFERENCES "wagtailcore_page" ("id") DEFERRABLE INITIALLY DEFERRED, "site_id" integer NULL REFERENCES "wagtailcore_site" ("id") DEFERRABLE INITIALLY DEFERRED, "automatically_created" bool NOT NULL, "created_at" datetime NULL, "redirect_page_route_path" varchar(255) NOT NULL);

CREATE TABLE "wagtailsearch_indexentry" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "object_id" varchar(50) NOT NULL, "title_norm" real NOT NULL, "content_type_id" integer NOT NULL REFERENCES "django_content_type" ("id") DEFERRABLE INITIALLY DEFERRED, "autocomplete" text NULL, "body" text NULL, "title" text NOT NULL);

CREATE VIRTUAL TABLE wagtailsearch_indexentry_fts USING fts5(autocomplete, body, title);

CREATE TABLE "wagtailusers_userprofile" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "submitted_notifications" bool NOT NULL, "approved_notifications" bool NOT NULL, "rejected_notifications" bool NOT NULL, "user_id" integer NOT NULL UNIQUE REFERENCES "auth_user" ("id") DEFERRABLE INITIALLY DEFERRED, "preferred_language" varchar(10) NOT NULL, "current_time_zone" varchar(40) NOT NULL, "avatar" varchar(100) NOT NULL, "updated_comments_notifications" bool NOT NULL, "dismissibles" text NOT NULL CHECK ((JSON_VALID("dismissibles") OR "dismissibles" IS NULL)), "theme" varchar(40) NOT NULL, "density" varchar(40) NOT NULL, "contrast" varchar(40) NOT NULL, "keyboard_shortcuts" bool NOT NULL);

CREATE INDEX "auth_group_permissions_group_id_b120cbf9" ON "auth_group_permissions" ("group_id");

CREATE UNIQUE INDEX "auth_group_permissions_group_id_permission_id_0cd325b0_uniq" ON "auth_group_permissions" ("group_id", "permission_id");

CREATE INDEX "auth_group_permissions_permission_id_84c5c92e" ON "auth_group_permissions" ("permission_id");

CREATE INDEX "auth_permission_content_type_id_2f476e4b" ON "auth_permission" ("content_type_id");

CREATE UNIQUE INDEX "auth_permission_content_type_id_codename_01ab375a_uniq" ON "auth_permission" ("content_type_id", "codename");

CREATE INDEX "auth_user_groups_group_id_97559544" ON "auth_user_groups" ("group_id");

CREATE INDEX "auth_user_groups_user_id_6a12ed8b" ON "auth_user_groups" ("user_id");

CREATE UNIQUE INDEX "auth_user_groups_user_id_group_id_94350c0c_uniq" ON "auth_user_groups" ("user_id", "group_id");

CREATE INDEX "auth_user_user_permissions_permission_id_1fbb5f2c" ON "auth_user_user_permissions" ("permission_id");

CREATE INDEX "auth_user_user_permissions_user_id_a95ead1b" ON "auth_user_user_permissions" ("user_id");

CREATE UNIQUE INDEX "auth_user_user_permissions_user_id_permission_id_14a6b632_uniq" ON "auth_user_user_permissions" ("user_id", "permission_id");

CREATE INDEX "axes_accessattempt_ip_address_10922d9c" ON "axes_accessattempt" ("ip_address");

CREATE INDEX "axes_accessattempt_user_agent_ad89678b" ON "axes_accessattempt" ("user_agent");

CREATE INDEX "axes_accessattempt_username_3f2d4ca0" ON "axes_accessattempt" ("username");

CREATE UNIQUE INDEX "axes_accessattempt_username_ip_address_user_agent_8ea22282_uniq" ON "axes_accessattempt" ("username", "ip_address", "user_agent");

CREATE INDEX "axes_accessfailurelog_ip_address_2e9f5a7f" ON "axes_accessfailurelog" ("ip_address");

CREATE INDEX "axes_accessfailurelog_user_agent_ea145dda" ON "axes_accessfailurelog" ("user_agent");

CREATE INDEX "axes_accessfailurelog_username_a8b7e8a4" ON "axes_accessfailurelog" ("username");

CREATE INDEX "axes_accesslog_ip_address_86b417e5" ON "axes_accesslog" ("ip_address");

CREATE INDEX "axes_accesslog_user_agent_0e659004" ON "axes_accesslog" ("user_agent");

CREATE INDEX "axes_accesslog_username_df93064b" ON "axes_accesslog" ("username");

CREATE INDEX "base_content_object_idx" ON "wagtailcore_revision" ("base_content_type_id", "object_id");

CREATE INDEX "content_object_idx" ON "wagtailcore_revision" ("content_type_id", "object_id");

CREATE UNIQUE INDEX "django_content_type_app_label_model_76bd3d3b_uniq" ON "django_content_type" ("app_label", "model");

CREATE INDEX "django_otp_webauthn_webauthncredential_user_id_023391d8" ON "django_otp_webauthn_webauthncredential" ("user_id");

CREATE INDEX "django_session_expire_date_a5c62663" ON "django_session" ("expire_date");

CREATE INDEX "feedback_remark_at_ee150fad" ON "feedback_remark" ("at");

CREATE INDEX "feedback_remark_vote_id_b1e73448" ON "feedback_remark" ("vote_id");

CREATE INDEX "feedback_vo_page_id_732bd5_idx" ON "feedback_vote" ("page_id", "at");

CREATE INDEX "feedback_vote_at_e5a2b93a" ON "feedback_vote" ("at");

CREATE INDEX "feedback_vote_page_id_71360dff" ON "feedback_vote" ("page_id");

CREATE INDEX "formstate_user_object" ON "wagtailadmin_formstate" ("user_id", "content_type_id", "object_id", "parent_object_id");

CREATE INDEX "home_alertbanner_district_id_187beaf6" ON "home_alertbanner" ("district_id");

CREATE INDEX "home_alertbanner_locale_id_1a5b3d27" ON "home_alertbanner" ("locale_id");

CREATE UNIQUE INDEX "home_alertbanner_translation_key_locale_id_519911e6_uniq" ON "home_alertbanner" ("translation_key", "locale_id");

CREATE INDEX "home_brokenlink_page_id_31e35dec" ON "home_brokenlink" ("page_id");

CREATE INDEX "home_change_at_dbbbb88c" ON "home_change" ("at");

CREATE INDEX "home_glossaryterm_locale_id_46b071b5" ON "home_glossaryterm" ("locale_id");

CREATE INDEX "home_glossaryterm_slug_bcab6cc2" ON "home_glossaryterm" ("slug");

CREATE UNIQUE INDEX "home_glossaryterm_translation_key_locale_id_93f45413_uniq" ON "home_glossaryterm" ("translation_key", "locale_id");

CREATE INDEX "home_linkround_at_fcbd6cca" ON "home_linkround" ("at");

CREATE INDEX "home_minoredit_user_id_ef0ef5c7" ON "home_minoredit" ("user_id");

CREATE INDEX "home_reviewreminder_page_id_94d0341b" ON "home_reviewreminder" ("page_id");

CREATE INDEX "home_searchentry_language_d0128e07" ON "home_searchentry" ("language");

CREATE INDEX "mail_staffmail_next_try_at_7cf6ad7d" ON "mail_staffmail" ("next_try_at");

CREATE UNIQUE INDEX "one_exception_a_day" ON "services_calendarexception" ("calendar_id", "day") WHERE "withdrawn_at" IS NULL;

CREATE UNIQUE INDEX "one_exception_a_day_for_all" ON "services_calendarexception" ("day") WHERE ("calendar_id" IS NULL AND "withdrawn_at" IS NULL);

CREATE UNIQUE INDEX "one_row_per_official_word" ON "home_plainword" ((LOWER("official")));

CREATE UNIQUE INDEX "one_version_from_a_day" ON "services_calendarversion" ("calendar_id", "valid_from") WHERE "superseded_at" IS NULL;

CREATE INDEX "otp_static_staticdevice_user_id_7f9cff2b" ON "otp_static_staticdevice" ("user_id");

CREATE INDEX "otp_static_statictoken_device_id_74b7c7d1" ON "otp_static_statictoken" ("device_id");

CREATE INDEX "otp_static_statictoken_token_d0a51866" ON "otp_static_statictoken" ("token");

CREATE INDEX "otp_totp_totpdevice_user_id_0fb18292" ON "otp_totp_totpdevice" ("user_id");

CREATE INDEX "privacy_opening_at_f115e734" ON "privacy_opening" ("at");

CREATE INDEX "privacy_opening_user_id_8eb6848f" ON "privacy_opening" ("user_id");

CREATE INDEX "privacy_questionsearch_at_ef5034e3" ON "privacy_questionsearch" ("at");

CREATE INDEX "privacy_questionsearch_user_id_b853c332" ON "privacy_questionsearch" ("user_id");

CREATE INDEX "privacy_rightschange_at_ace46270" ON "privacy_rightschange" ("at");

CREATE INDEX "privacy_wro_bucket_990694_idx" ON "privacy_wrongtry" ("bucket", "at");

CREATE INDEX "questions_callattempt_colleague_id_f6b87c1c" ON "questions_callattempt" ("colleague_id");

CREATE INDEX "questions_callattempt_question_id_4ddf0692" ON "questions_callattempt" ("question_id");

CREATE INDEX "questions_cannedanswer_theme_id_0ad27e2c" ON "questions_cannedanswer" ("theme_id");

CREATE INDEX "questions_colleague_sensitive_themes_colleague_id_737723dd" ON "questions_colleague_sensitive_themes" ("colleague_id");

CREATE UNIQUE INDEX "questions_colleague_sensitive_themes_colleague_id_theme_id_758ed4eb_uniq" ON "questions_colleague_sensitive_themes" ("colleague_id", "theme_id");

CREATE INDEX "questions_colleague_sensitive_themes_theme_id_224bd0b1" ON "questions_colleague_sensitive_themes" ("theme_id");

CREATE INDEX "questions_colleague_teams_colleague_id_43d9471e" ON "questions_colleague_teams" ("colleague_id");

CREATE UNIQUE INDEX "questions_colleague_teams_colleague_id_team_id_1a490b31_uniq" ON "questions_colleague_teams" ("colleague_id", "team_id");

CREATE INDEX "questions_colleague_teams_team_id_6cf753b8" ON "questions_colleague_teams" ("team_id");

CREATE INDEX "questions_conversation_question_id_05619275" ON "questions_conversation" ("question_id");

CREATE INDEX "questions_conversation_second_code_id_a2a5f30a" ON "questions_conversation" ("second_code_id");

CREATE INDEX "questions_dangerjudgement_colleague_id_d4edfe22" ON "questions_dangerjudgement" ("colleague_id");

CREATE INDEX "questions_dangerjudgement_question_id_eea79640" ON "questions_dangerjudgement" ("question_id");

CREATE INDEX "questions_draft_colleague_id_e5ad5e4f" ON "questions_draft" ("colleague_id");

CREATE INDEX "questions_draft_question_id_4ee0d753" ON "questions_draft" ("question_id");

CREATE INDEX "questions_formalmatter_received_on_42452953" ON "questions_formalmatter" ("received_on");

CREATE INDEX "questions_gap_at_238fae58" ON "questions_gap" ("at");

CREATE INDEX "questions_heldanswer_colleague_id_dc5e6298" ON "questions_heldanswer" ("colleague_id");

CREATE INDEX "questions_heldanswer_question_id_c32d1d28" ON "questions_heldanswer" ("question_id");

CREATE INDEX "questions_heldanswer_release_at_ca1c79da" ON "questions_heldanswer" ("release_at");

CREATE INDEX "questions_historyentry_colleague_id_338704f7" ON "questions_historyentry" ("colleague_id");

CREATE INDEX "questions_historyentry_question_id_330604f9" ON "questions_historyentry" ("question_id");

CREATE INDEX "questions_looking_colleague_id_4e8fd35d" ON "questions_looking" ("colleague_id");

CREATE INDEX "questions_looking_question_id_a6ba693b" ON "questions_looking" ("question_id");

CREATE INDEX "questions_looking_seen_at_1acc8631" ON "questions_looking" ("seen_at");

CREATE INDEX "questions_machinetranslation_message_id_fe23cd2a" ON "questions_machinetranslation" ("message_id");

CREATE INDEX "questions_message_colleague_id_6fc801b2" ON "questions_message" ("colleague_id");

CREATE INDEX "questions_message_question_id_e3fd2fd2" ON "questions_message" ("question_id");

CREATE INDEX "questions_note_colleague_id_bac7e4c8" ON "questions_note" ("colleague_id");

CREATE INDEX "questions_note_question_id_73d51f4f" ON "questions_note" ("question_id");

CREATE INDEX "questions_outcome_settled_on_cf5ccc82" ON "questions_outcome" ("settled_on");

CREATE INDEX "questions_outgoing_next_try_at_7a86ffcb" ON "questions_outgoing" ("next_try_at");

CREATE INDEX "questions_outgoing_question_id_8c2f9c21" ON "questions_outgoing" ("question_id");

CREATE INDEX "questions_planned" ON "questions_question" ("due_at") WHERE "due_at" IS NOT NULL;

CREATE INDEX "questions_q_status_ac7a79_idx" ON "questions_question" ("status", "asked_at");

CREATE INDEX "questions_question_colleague_id_5b703810" ON "questions_question" ("colleague_id");

CREATE INDEX "questions_question_district_id_2fdb6d00" ON "questions_question" ("district_id");

CREATE INDEX "questions_question_merged_into_id_56f430e2" ON "questions_question" ("merged_into_id");

CREATE INDEX "questions_question_team_id_03c768d3" ON "questions_question" ("team_id");

CREATE INDEX "questions_question_theme_corrected_id_3ace505d" ON "questions_question" ("theme_corrected_id");

CREATE INDEX "questions_question_theme_id_68e732db" ON "questions_question" ("theme_id");

CREATE INDEX "questions_savedview_colleague_id_4c41e9b2" ON "questions_savedview" ("colleague_id");

CREATE INDEX "questions_secondcode_question_id_b0c4c92e" ON "questions_secondcode" ("question_id");

CREATE INDEX "questions_sent_question_id_8ffdc0cc" ON "questions_sent" ("question_id");

CREATE INDEX "questions_to_do" ON "questions_question" ("waiting_since") WHERE "waiting_since" IS NOT NULL;

CREATE INDEX "questions_to_judge" ON "questions_question" ("asked_at") WHERE "danger" = 'unjudged';

CREATE INDEX "reachabilit_outcome_2ff78d_idx" ON "reachability_wait" ("outcome", "started_at");

CREATE INDEX "reachabilit_source_32c6a6_idx" ON "reachability_wait" ("source", "started_at");

CREATE INDEX "reachability_correction_at_8f68bc48" ON "reachability_correction" ("at");

CREATE INDEX "reachability_correction_wait_id_7861c50f" ON "reachability_correction" ("wait_id");

CREATE INDEX "reachability_waitevent_wait_id_2859addc" ON "reachability_waitevent" ("wait_id");

CREATE INDEX "reachability_waitlink_question_id_e07c38ca" ON "reachability_waitlink" ("question_id");

CREATE INDEX "referenceindex_source_object" ON "wagtailcore_referenceindex" ("base_content_type_id", "object_id");

CREATE INDEX "referenceindex_target_object" ON "wagtailcore_referenceindex" ("to_content_type_id", "to_object_id");

CREATE INDEX "services_audience_locale_id_1b911c54" ON "services_audience" ("locale_id");

CREATE INDEX "services_audience_slug_fc089d73" ON "services_audience" ("slug");

CREATE UNIQUE INDEX "services_audience_translation_key_locale_id_353b3a8f_uniq" ON "services_audience" ("translation_key", "locale_id");

CREATE INDEX "services_calendarexception_calendar_id_6c878f02" ON "services_calendarexception" ("calendar_id");

CREATE INDEX "services_calendarexceptioninterval_exception_id_bdd9dc08" ON "services_calendarexceptioninterval" ("exception_id");

CREATE INDEX "services_calendarinterval_version_id_b0075a78" ON "services_calendarinterval" ("version_id");

CREATE INDEX "services_calendarversion_calendar_id_e207b01f" ON "services_calendarversion" ("calendar_id");

CREATE INDEX "services_condition_confirmed_by_id_bd687a75" ON "services_condition" ("confirmed_by_id");

CREATE INDEX "services_condition_law_id_674dbe55" ON "services_condition" ("law_id");

CREATE INDEX "services_condition_route_a708dff3" ON "services_condition" ("route");

CREATE INDEX "services_condition_services_condition_id_62114511" ON "services_condition_services" ("condition_id");

CREATE UNIQUE INDEX "services_condition_services_condition_id_service_id_a17ddefb_uniq" ON "services_condition_services" ("condition_id", "service_id");

CREATE INDEX "services_condition_services_service_id_29bc9aa8" ON "services_condition_services" ("service_id");

CREATE INDEX "services_conditionspage_law_id_4047fc63" ON "services_conditionspage" ("law_id");

CREATE INDEX "services_fact_calendar_id_4e1e2f6e" ON "services_fact" ("calendar_id");

CREATE INDEX "services_faqpage_theme_id_7909d78c" ON "services_faqpage" ("theme_id");

CREATE INDEX "services_guidepage_theme_id_14b9f7ba" ON "services_guidepage" ("theme_id");

CREATE INDEX "services_helpline_fact_id_31719938" ON "services_helpline" ("fact_id");

CREATE INDEX "services_helpline_locale_id_d392981c" ON "services_helpline" ("locale_id");

CREATE UNIQUE INDEX "services_helpline_translation_key_locale_id_dcea3a9c_uniq" ON "services_helpline" ("translation_key", "locale_id");

CREATE INDEX "services_law_theme_id_7a826b01" ON "services_law" ("theme_id");

CREATE INDEX "services_location_calendar_id_96f294b9" ON "services_location" ("calendar_id");

CREATE INDEX "services_location_chat_hours_id_f1eb469b" ON "services_location" ("chat_hours_id");

CREATE INDEX "services_location_district_id_018b5b89" ON "services_location" ("district_id");

CREATE INDEX "services_location_phone_hours_id_6580ff82" ON "services_location" ("phone_hours_id");

CREATE INDEX "services_location_walk_in_id_43f52eb7" ON "services_location" ("walk_in_id");

CREATE INDEX "services_locationpage_location_id_e7f16341" ON "services_locationpage" ("location_id");

CREATE INDEX "services_openallthesame_judged_by_id_edf28796" ON "services_openallthesame" ("judged_by_id");

CREATE INDEX "services_organisation_audiences_audience_id_5314193f" ON "services_organisation_audiences" ("audience_id");

CREATE INDEX "services_organisation_audiences_organisation_id_96a32efd" ON "services_organisation_audiences" ("organisation_id");

CREATE UNIQUE INDEX "services_organisation_audiences_organisation_id_audience_id_6b1eb377_uniq" ON "services_organisation_audiences" ("organisation_id", "audience_id");

CREATE INDEX "services_organisation_calendar_id_7e89aff9" ON "services_organisation" ("calendar_id");

CREATE INDEX "services_organisation_districts_district_id_b7c4de03" ON "services_organisation_districts" ("district_id");

CREATE UNIQUE INDEX "services_organisation_districts_organisation_id_district_id_c804b7f0_uniq" ON "services_organisation_districts" ("organisation_id", "district_id");

CREATE INDEX "services_organisation_districts_organisation_id_f3aef4fd" ON "services_organisation_districts" ("organisation_id");

CREATE INDEX "services_organisation_languages_organisation_id_9b8db805" ON "services_organisation_languages" ("organisation_id");

CREATE UNIQUE INDEX "services_organisation_languages_organisation_id_spokenlanguage_id_927aae9a_uniq" ON "services_organisation_languages" ("organisation_id", "spokenlanguage_id");

CREATE INDEX "services_organisation_languages_spokenlanguage_id_579b9f01" ON "services_organisation_languages" ("spokenlanguage_id");

CREATE INDEX "services_organisation_phone_id_ad0ab65a" ON "services_organisation" ("phone_id");

CREATE INDEX "services_organisation_themes_organisation_id_a42a0a65" ON "services_organisation_themes" ("organisation_id");

CREATE UNIQUE INDEX "services_organisation_themes_organisation_id_theme_id_4543781b_uniq" ON "services_organisation_themes" ("organisation_id", "theme_id");

CREATE INDEX "services_organisation_themes_theme_id_6a01dfe6" ON "services_organisation_themes" ("theme_id");

CREATE INDEX "services_organisationpage_organisation_id_e35b5d65" ON "services_organisationpage" ("organisation_id");

CREATE INDEX "services_postcode_district_id_51786bde" ON "services_postcode" ("district_id");

CREATE INDEX "services_service_audiences_audience_id_dee581e0" ON "services_service_audiences" ("audience_id");

CREATE INDEX "services_service_audiences_service_id_ab40148b" ON "services_service_audiences" ("service_id");

CREATE UNIQUE INDEX "services_service_audiences_service_id_audience_id_cc2f9ad7_uniq" ON "services_service_audiences" ("service_id", "audience_id");

CREATE INDEX "services_service_calendar_id_55ec202b" ON "services_service" ("calendar_id");

CREATE INDEX "services_service_districts_district_id_0a1a5597" ON "services_service_districts" ("district_id");

CREATE INDEX "services_service_districts_service_id_4f54d8cc" ON "services_service_districts" ("service_id");

CREATE UNIQUE INDEX "services_service_districts_service_id_district_id_c4afa013_uniq" ON "services_service_districts" ("service_id", "district_id");

CREATE INDEX "services_service_languages_service_id_8eaa9edd" ON "services_service_languages" ("service_id");

CREATE UNIQUE INDEX "services_service_languages_service_id_spokenlanguage_id_faea768a_uniq" ON "services_service_languages" ("service_id", "spokenlanguage_id");

CREATE INDEX "services_service_languages_spokenlanguage_id_b7584ead" ON "services_service_languages" ("spokenlanguage_id");

CREATE INDEX "services_service_organisation_id_741ded4b" ON "services_service" ("organisation_id");

CREATE INDEX "services_service_themes_service_id_f618e9ee" ON "services_service_themes" ("service_id");

CREATE UNIQUE INDEX "services_service_themes_service_id_theme_id_e224817f_uniq" ON "services_service_themes" ("service_id", "theme_id");

CREATE INDEX "services_service_themes_theme_id_ea436b6e" ON "services_service_themes" ("theme_id");

CREATE INDEX "services_servicepage_service_id_df6d7ddf" ON "services_servicepage" ("service_id");

CREATE INDEX "services_servicepage_theme_id_43847861" ON "services_servicepage" ("theme_id");

CREATE INDEX "services_theme_facts_fact_id_5dd8c37d" ON "services_theme_facts" ("fact_id");

CREATE UNIQUE INDEX "services_theme_facts_theme_id_fact_id_32f07f6f_uniq" ON "services_theme_facts" ("theme_id", "fact_id");

CREATE INDEX "services_theme_facts_theme_id_fb336a89" ON "services_theme_facts" ("theme_id");

CREATE INDEX "services_themepage_theme_id_b293fb30" ON "services_themepage" ("theme_id");

CREATE INDEX "taggit_tagg_content_8fc721_idx" ON "taggit_taggeditem" ("content_type_id", "object_id");

CREATE INDEX "taggit_taggeditem_content_type_id_9957a03c" ON "taggit_taggeditem" ("content_type_id");

CREATE INDEX "taggit_taggeditem_object_id_e2d7d1df" ON "taggit_taggeditem" ("object_id");

CREATE INDEX "taggit_taggeditem_tag_id_f4f5b767" ON "taggit_taggeditem" ("tag_id");

CREATE UNIQUE INDEX "unique_in_progress_workflow" ON "wagtailcore_workflowstate" ("base_content_type_id", "object_id") WHERE "status" IN ('in_progress', 'needs_changes');

CREATE INDEX "wagtail_localize_localesynchronization_sync_from_id_1bc4c2eb" ON "wagtail_localize_localesynchronization" ("sync_from_id");

CREATE INDEX "wagtail_localize_overridablesegment_context_id_eed8c388" ON "wagtail_localize_overridablesegment" ("context_id");

CREATE INDEX "wagtail_localize_overridablesegment_source_id_5720ac20" ON "wagtail_localize_overridablesegment" ("source_id");

CREATE INDEX "wagtail_localize_relatedobjectsegment_context_id_c0a725be" ON "wagtail_localize_relatedobjectsegment" ("context_id");

CREATE INDEX "wagtail_localize_relatedobjectsegment_object_id_6c7b58df" ON "wagtail_localize_relatedobjectsegment" ("object_id");

CREATE INDEX "wagtail_localize_relatedobjectsegment_source_id_9a3b1373" ON "wagtail_localize_relatedobjectsegment" ("source_id");

CREATE INDEX "wagtail_localize_segmentoverride_context_id_f827efe0" ON "wagtail_localize_segmentoverride" ("context_id");

CREATE INDEX "wagtail_localize_segmentoverride_last_translated_by_id_a86448fc" ON "wagtail_localize_segmentoverride" ("last_translated_by_id");

CREATE INDEX "wagtail_localize_segmentoverride_locale_id_b1673d41" ON "wagtail_localize_segmentoverride" ("locale_id");

CREATE INDEX "wagtail_localize_string_locale_id_2cded126" ON "wagtail_localize_string" ("locale_id");

CREATE UNIQUE INDEX "wagtail_localize_string_locale_id_data_hash_bae71852_uniq" ON "wagtail_localize_string" ("locale_id", "data_hash");

CREATE INDEX "wagtail_localize_stringsegment_context_id_63235539" ON "wagtail_localize_stringsegment" ("context_id");

CREATE INDEX "wagtail_localize_stringsegment_source_id_5804129f" ON "wagtail_localize_stringsegment" ("source_id");

CREATE INDEX "wagtail_localize_stringsegment_string_id_6356d5ec" ON "wagtail_localize_stringsegment" ("string_id");

CREATE INDEX "wagtail_localize_stringtranslation_context_id_3cc13049" ON "wagtail_localize_stringtranslation" ("context_id");

CREATE INDEX "wagtail_localize_stringtranslation_last_translated_by_id_764c7a3f" ON "wagtail_localize_stringtranslation" ("last_translated_by_id");

CREATE INDEX "wagtail_localize_stringtranslation_locale_id_b9e3730d" ON "wagtail_localize_stringtranslation" ("locale_id");

CREATE UNIQUE INDEX "wagtail_localize_stringtranslation_locale_id_translation_of_id_context_id_d2d59359_uniq" ON "wagtail_localize_stringtranslation" ("locale_id", "translation_of_id", "context_id");

CREATE INDEX "wagtail_localize_stringtranslation_translation_of_id_8eef01d0" ON "wagtail_localize_stringtranslation" ("translation_of_id");

CREATE INDEX "wagtail_localize_templatesegment_context_id_81456b25" ON "wagtail_localize_templatesegment" ("context_id");

CREATE INDEX "wagtail_localize_templatesegment_source_id_26b89dc6" ON "wagtail_localize_templatesegment" ("source_id");

CREATE INDEX "wagtail_localize_templatesegment_template_id_c370b3c8" ON "wagtail_localize_templatesegment" ("template_id");

CREATE INDEX "wagtail_localize_translatableobject_content_type_id_0d6c5139" ON "wagtail_localize_translatableobject" ("content_type_id");

CREATE UNIQUE INDEX "wagtail_localize_translatableobject_content_type_id_translation_key_de875339_uniq" ON "wagtail_localize_translatableobject" ("content_type_id", "translation_key");

CREATE INDEX "wagtail_localize_translation_source_id_e326e1e3" ON "wagtail_localize_translation" ("source_id");

CREATE UNIQUE INDEX "wagtail_localize_translation_source_id_target_locale_id_7e943cf8_uniq" ON "wagtail_localize_translation" ("source_id", "target_locale_id");

CREATE INDEX "wagtail_localize_translation_target_locale_id_8c524f73" ON "wagtail_localize_translation" ("target_locale_id");

CREATE INDEX "wagtail_localize_translationcontext_object_id_86263ce7" ON "wagtail_localize_translationcontext" ("object_id");

CREATE UNIQUE INDEX "wagtail_localize_translationcontext_object_id_path_id_c7f5d707_uniq" ON "wagtail_localize_translationcontext" ("object_id", "path_id");

CREATE INDEX "wagtail_localize_translationlog_locale_id_37619cb4" ON "wagtail_localize_translationlog" ("locale_id");

CREATE INDEX "wagtail_localize_translationlog_revision_id_e3b62278" ON "wagtail_localize_translationlog" ("revision_id");

CREATE INDEX "wagtail_localize_translationlog_source_id_7228923e" ON "wagtail_localize_translationlog" ("source_id");

CREATE INDEX "wagtail_localize_translationsource_locale_id_0ac264c0" ON "wagtail_localize_translationsource" ("locale_id");

CREATE INDEX "wagtail_localize_translationsource_object_id_6a078fd2" ON "wagtail_localize_translationsource" ("object_id");

CREATE UNIQUE INDEX "wagtail_localize_translationsource_object_id_locale_id_fb6a8d8e_uniq" ON "wagtail_localize_translationsource" ("object_id", "locale_id");

CREATE INDEX "wagtail_localize_translationsource_specific_content_type_id_3095eb76" ON "wagtail_localize_translationsource" ("specific_content_type_id");

CREATE INDEX "wagtailadmi_content_717955_idx" ON "wagtailadmin_editingsession" ("content_type_id", "object_id");

CREATE INDEX "wagtailadmin_editingsession_content_type_id_4df7730e" ON "wagtailadmin_editingsession" ("content_type_id");

CREATE INDEX "wagtailadmin_editingsession_user_id_6e1a9b70" ON "wagtailadmin_editingsession" ("user_id");

CREATE INDEX "wagtailadmin_formstate_content_type_id_e32438b3" ON "wagtailadmin_formstate" ("content_type_id");

CREATE INDEX "wagtailadmin_formstate_user_id_b910adc2" ON "wagtailadmin_formstate" ("user_id");

CREATE INDEX "wagtailcore_collectionviewrestriction_collection_id_761908ec" ON "wagtailcore_collectionviewrestriction" ("collection_id");

CREATE INDEX "wagtailcore_collectionviewrestriction_groups_collectionviewrestriction_id_47320efd" ON "wagtailcore_collectionviewrestriction_groups" ("collectionviewrestriction_id");

CREATE UNIQUE INDEX "wagtailcore_collectionviewrestriction_groups_collectionviewrestriction_id_group_id_988995ae_uniq" ON "wagtailcore_collectionviewrestriction_groups" ("collectionviewrestriction_id", "group_id");

CREATE INDEX "wagtailcore_collectionviewrestriction_groups_group_id_1823f2a3" ON "wagtailcore_collectionviewrestriction_groups" ("group_id");

CREATE INDEX "wagtailcore_comment_page_id_108444b5" ON "wagtailcore_comment" ("page_id");

CREATE INDEX "wagtailcore_comment_resolved_by_id_a282aa0e" ON "wagtailcore_comment" ("resolved_by_id");

CREATE INDEX "wagtailcore_comment_revision_created_id_1d058279" ON "wagtailcore_comment" ("revision_created_id");

CREATE INDEX "wagtailcore_comment_user_id_0c577ca6" ON "wagtailcore_comment" ("user_id");

CREATE INDEX "wagtailcore_commentreply_comment_id_afc7e027" ON "wagtailcore_commentreply" ("comment_id");

CREATE INDEX "wagtailcore_commentreply_user_id_d0b3b9c3" ON "wagtailcore_commentreply" ("user_id");

CREATE INDEX "wagtailcore_groupapprovaltask_groups_group_id_2e64b61f" ON "wagtailcore_groupapprovaltask_groups" ("group_id");

CREATE INDEX "wagtailcore_groupapprovaltask_groups_groupapprovaltask_id_9a9255ea" ON "wagtailcore_groupapprovaltask_groups" ("groupapprovaltask_id");

CREATE UNIQUE INDEX "wagtailcore_groupapprovaltask_groups_groupapprovaltask_id_group_id_bb5ee7eb_uniq" ON "wagtailcore_groupapprovaltask_groups" ("groupapprovaltask_id", "group_id");

CREATE INDEX "wagtailcore_groupcollectionpermission_collection_id_5423575a" ON "wagtailcore_groupcollectionpermission" ("collection_id");

CREATE INDEX "wagtailcore_groupcollectionpermission_group_id_05d61460" ON "wagtailcore_groupcollectionpermission" ("group_id");

CREATE UNIQUE INDEX "wagtailcore_groupcollectionpermission_group_id_collection_id_permission_id_a21cefe9_uniq" ON "wagtailcore_groupcollectionpermission" ("group_id", "collection_id", "permission_id");

CREATE INDEX "wagtailcore_groupcollectionpermission_permission_id_1b626275" ON "wagtailcore_groupcollectionpermission" ("permission_id");

CREATE INDEX "wagtailcore_grouppagepermission_group_id_fc07e671" ON "wagtailcore_grouppagepermission" ("group_id");

CREATE INDEX "wagtailcore_grouppagepermission_page_id_710b114a" ON "wagtailcore_grouppagepermission" ("page_id");

CREATE INDEX "wagtailcore_grouppagepermission_permission_id_05acb22e" ON "wagtailcore_grouppagepermission" ("permission_id");

CREATE INDEX "wagtailcore_groupsitepermission_group_id_e5cdbee4" ON "wagtailcore_groupsitepermission" ("group_id");

CREATE UNIQUE INDEX "wagtailcore_groupsitepermission_group_id_site_id_permission_id_a58ee30d_uniq" ON "wagtailcore_groupsitepermission" ("group_id", "site_id", "permission_id");

CREATE INDEX "wagtailcore_groupsitepermission_permission_id_459b1f38" ON "wagtailcore_groupsitepermission" ("permission_id");

CREATE INDEX "wagtailcore_groupsitepermission_site_id_245de488" ON "wagtailcore_groupsitepermission" ("site_id");

CREATE INDEX "wagtailcore_modellogentry_action_d2d856ee" ON "wagtailcore_modellogentry" ("action");

CREATE INDEX "wagtailcore_modellogentry_content_changed_8bc39742" ON "wagtailcore_modellogentry" ("content_changed");

CREATE INDEX "wagtailcore_modellogentry_content_type_id_68849e77" ON "wagtailcore_modellogentry" ("content_type_id");

CREATE INDEX "wagtailcore_modellogentry_object_id_e0e7d4ef" ON "wagtailcore_modellogentry" ("object_id");

CREATE INDEX "wagtailcore_modellogentry_revision_id_df6ca33a" ON "wagtailcore_modellogentry" ("revision_id");

CREATE INDEX "wagtailcore_modellogentry_timestamp_9694521b" ON "wagtailcore_modellogentry" ("timestamp");

CREATE INDEX "wagtailcore_modellogentry_user_id_0278d1bf" ON "wagtailcore_modellogentry" ("user_id");

CREATE INDEX "wagtailcore_page_alias_of_id_12945502" ON "wagtailcore_page" ("alias_of_id");

CREATE INDEX "wagtailcore_page_content_type_id_c28424df" ON "wagtailcore_page" ("content_type_id");

CREATE INDEX "wagtailcore_page_first_published_at_2b5dd637" ON "wagtailcore_page" ("first_published_at");

CREATE INDEX "wagtailcore_page_latest_revision_id_e60fef51" ON "wagtailcore_page" ("latest_revision_id");

CREATE INDEX "wagtailcore_page_live_revision_id_930bd822" ON "wagtailcore_page" ("live_revision_id");

CREATE INDEX "wagtailcore_page_locale_id_3c7e30a6" ON "wagtailcore_page" ("locale_id");

CREATE INDEX "wagtailcore_page_locked_by_id_bcb86245" ON "wagtailcore_page" ("locked_by_id");

CREATE INDEX "wagtailcore_page_owner_id_fbf7c332" ON "wagtailcore_page" ("owner_id");

CREATE INDEX "wagtailcore_page_slug_e7c11b8f" ON "wagtailcore_page" ("slug");

CREATE UNIQUE INDEX "wagtailcore_page_translation_key_locale_id_9b041bad_uniq" ON "wagtailcore_page" ("translation_key", "locale_id");

CREATE INDEX "wagtailcore_pagelogentry_action_c2408198" ON "wagtailcore_pagelogentry" ("action");

CREATE INDEX "wagtailcore_pagelogentry_content_changed_99f27ade" ON "wagtailcore_pagelogentry" ("content_changed");

CREATE INDEX "wagtailcore_pagelogentry_content_type_id_74e7708a" ON "wagtailcore_pagelogentry" ("content_type_id");

CREATE INDEX "wagtailcore_pagelogentry_page_id_8464e327" ON "wagtailcore_pagelogentry" ("page_id");

CREATE INDEX "wagtailcore_pagelogentry_revision_id_8043d103" ON "wagtailcore_pagelogentry" ("revision_id");

CREATE INDEX "wagtailcore_pagelogentry_timestamp_deb774c4" ON "wagtailcore_pagelogentry" ("timestamp");

CREATE INDEX "wagtailcore_pagelogentry_user_id_604ccfd8" ON "wagtailcore_pagelogentry" ("user_id");

CREATE INDEX "wagtailcore_pagesubscription_page_id_a085e7a6" ON "wagtailcore_pagesubscription" ("page_id");

CREATE UNIQUE INDEX "wagtailcore_pagesubscription_page_id_user_id_0cef73ed_uniq" ON "wagtailcore_pagesubscription" ("page_id", "user_id");

CREATE INDEX "wagtailcore_pagesubscription_user_id_89d7def9" ON "wagtailcore_pagesubscription" ("user_id");

CREATE INDEX "wagtailcore_pageviewrestriction_groups_group_id_6460f223" ON "wagtailcore_pageviewrestriction_groups" ("group_id");

CREATE INDEX "wagtailcore_pageviewrestriction_groups_pageviewrestriction_id_f147a99a" ON "wagtailcore_pageviewrestriction_groups" ("pageviewrestriction_id");

CREATE UNIQUE INDEX "wagtailcore_pageviewrestriction_groups_pageviewrestriction_id_group_id_d23f80bb_uniq" ON "wagtailcore_pageviewrestriction_groups" ("pageviewrestriction_id", "group_id");

CREATE INDEX "wagtailcore_pageviewrestriction_page_id_15a8bea6" ON "wagtailcore_pageviewrestriction" ("page_id");

CREATE INDEX "wagtailcore_referenceindex_base_content_type_id_313cf40f" ON "wagtailcore_referenceindex" ("base_content_type_id");

CREATE UNIQUE INDEX "wagtailcore_referenceindex_base_content_type_id_object_id_to_content_type_id_to_object_id_content_path_hash_9e6ccd6a_uniq" ON "wagtailcore_referenceindex" ("base_content_type_id", "object_id", "to_content_type_id", "to_object_id", "content_path_hash");

CREATE INDEX "wagtailcore_referenceindex_content_type_id_766e0336" ON "wagtailcore_referenceindex" ("content_type_id");

CREATE INDEX "wagtailcore_referenceindex_to_content_type_id_93690bbd" ON "wagtailcore_referenceindex" ("to_content_type_id");

CREATE INDEX "wagtailcore_revision_approved_go_live_at_88d3dee5" ON "wagtailcore_revision" ("approved_go_live_at");

CREATE INDEX "wagtailcore_revision_base_content_type_id_5b4ef7bd" ON "wagtailcore_revision" ("base_content_type_id");

CREATE INDEX "wagtailcore_revision_content_type_id_c8cb69c0" ON "wagtailcore_revision" ("content_type_id");

CREATE INDEX "wagtailcore_revision_created_at_81450aa6" ON "wagtailcore_revision" ("created_at");

CREATE INDEX "wagtailcore_revision_user_id_03df83b0" ON "wagtailcore_revision" ("user_id");

CREATE INDEX "wagtailcore_site_hostname_96b20b46" ON "wagtailcore_site" ("hostname");

CREATE UNIQUE INDEX "wagtailcore_site_hostname_port_2c626d70_uniq" ON "wagtailcore_site" ("hostname", "port");

CREATE INDEX "wagtailcore_site_root_page_id_e02fb95c" ON "wagtailcore_site" ("root_page_id");

CREATE INDEX "wagtailcore_task_content_type_id_249ab8ba" ON "wagtailcore_task" ("content_type_id");

CREATE INDEX "wagtailcore_taskstate_content_type_id_0a758fdc" ON "wagtailcore_taskstate" ("content_type_id");

CREATE INDEX "wagtailcore_taskstate_finished_by_id_13f98229" ON "wagtailcore_taskstate" ("finished_by_id");

CREATE INDEX "wagtailcore_taskstate_revision_id_df25a499" ON "wagtailcore_taskstate" ("revision_id");

CREATE INDEX "wagtailcore_taskstate_task_id_c3677c34" ON "wagtailcore_taskstate" ("task_id");

CREATE INDEX "wagtailcore_taskstate_workflow_state_id_9239a775" ON "wagtailcore_taskstate" ("workflow_state_id");

CREATE INDEX "wagtailcore_uploadedfile_for_content_type_id_b0fc87b2" ON "wagtailcore_uploadedfile" ("for_content_type_id");

CREATE INDEX "wagtailcore_uploadedfile_uploaded_by_user_id_c7580fe8" ON "wagtailcore_uploadedfile" ("uploaded_by_user_id");

CREATE INDEX "wagtailcore_uuid_06a44d_idx" ON "wagtailcore_pagelogentry" ("uuid", "action", "timestamp" DESC);

CREATE INDEX "wagtailcore_uuid_d6363b_idx" ON "wagtailcore_modellogentry" ("uuid", "action", "timestamp" DESC);

CREATE INDEX "wagtailcore_workflowcontenttype_workflow_id_9aad7cd2" ON "wagtailcore_workflowcontenttype" ("workflow_id");

CREATE INDEX "wagtailcore_workflowpage_workflow_id_56f56ff6" ON "wagtailcore_workflowpage" ("workflow_id");

CREATE INDEX "wagtailcore_workflowstate_base_content_type_id_a30dc576" ON "wagtailcore_workflowstate" ("base_content_type_id");

CREATE INDEX "wagtailcore_workflowstate_content_type_id_2bb78ce1" ON "wagtailcore_workflowstate" ("content_type_id");

CREATE INDEX "wagtailcore_workflowstate_requested_by_id_4090bca3" ON "wagtailcore_workflowstate" ("requested_by_id");

CREATE INDEX "wagtailcore_workflowstate_workflow_id_1f18378f" ON "wagtailcore_workflowstate" ("workflow_id");

CREATE INDEX "wagtailcore_workflowtask_task_id_ce7716fe" ON "wagtailcore_workflowtask" ("task_id");

CREATE INDEX "wagtailcore_workflowtask_workflow_id_b9717175" ON "wagtailcore_workflowtask" ("workflow_id");

CREATE UNIQUE INDEX "wagtailcore_workflowtask_workflow_id_task_id_4ec7a62b_uniq" ON "wagtailcore_workflowtask" ("workflow_id", "task_id");

CREATE INDEX "wagtaildocs_document_collection_id_23881625" ON "wagtaildocs_document" ("collection_id");

CREATE INDEX "wagtaildocs_document_uploaded_by_user_id_17258b41" ON "wagtaildocs_document" ("uploaded_by_user_id");

CREATE INDEX "wagtailimages_image_collection_id_c2f8af7e" ON "wagtailimages_image" ("collection_id");

CREATE INDEX "wagtailimages_image_created_at_86fa6cd4" ON "wagtailimages_image" ("created_at");

CREATE INDEX "wagtailimages_image_file_hash_fb5bbb23" ON "wagtailimages_image" ("file_hash");

CREATE INDEX "wagtailimages_image_uploaded_by_user_id_5d73dc75" ON "wagtailimages_image" ("uploaded_by_user_id");

CREATE INDEX "wagtailimages_rendition_filter_spec_1cba3201" ON "wagtailimages_rendition" ("filter_spec");

CREATE INDEX "wagtailimages_rendition_image_id_3e1fd774" ON "wagtailimages_rendition" ("image_id");

CREATE UNIQUE INDEX "wagtailimages_rendition_image_id_filter_spec_focal_point_key_323c8fe0_uniq" ON "wagtailimages_rendition" ("image_id", "filter_spec", "focal_point_key");

CREATE INDEX "wagtailredirects_redirect_old_path_bb35247b" ON "wagtailredirects_redirect" ("old_path");

CREATE UNIQUE INDEX "wagtailredirects_redirect_old_path_site_id_783622d7_uniq" ON "wagtailredirects_redirect" ("old_path", "site_id");

CREATE INDEX "wagtailredirects_redirect_redirect_page_id_b5728a8f" ON "wagtailredirects_redirect" ("redirect_page_id");

CREATE INDEX "wagtailredirects_redirect_site_id_780a0e1e" ON "wagtailredirects_redirect" ("site_id");

CREATE INDEX "wagtailsearch_indexentry_content_type_id_62ed694f" ON "wagtailsearch_indexentry" ("content_type_id");

CREATE UNIQUE INDEX "wagtailsearch_indexentry_content_type_id_object_id_bcd7ba73_uniq" ON "wagtailsearch_indexentry" ("content_type_id", "object_id");

CREATE INDEX "webauthncredential_sha256_idx" ON "django_otp_webauthn_webauthncredential" ("credential_id_sha256");

CREATE INDEX "workflowstate_base_ct_id_idx" ON "wagtailcore_workflowstate" ("base_content_type_id", "object_id");

CREATE INDEX "workflowstate_ct_id_idx" ON "wagtailcore_workflowstate" ("content_type_id", "object_id");

CREATE TRIGGER delete_wagtailsearch_indexentry_fts AFTER DELETE ON wagtailsearch_indexentry BEGIN DELETE FROM wagtailsearch_indexentry_fts WHERE rowid=OLD.id; END;

CREATE TRIGGER insert_wagtailsearch_indexentry_fts AFTER INSERT ON wagtailsearch_indexentry BEGIN INSERT INTO wagtailsearch_indexentry_fts(title, body, autocomplete, rowid) VALUES (NEW.title, NEW.body, NEW.autocomplete, NEW.id); END;

CREATE TRIGGER rights_change_no_delete BEFORE DELETE ON privacy_rightschange BEGIN SELECT RAISE(ABORT, 'changes of rights are only ever added'); END;

CREATE TRIGGER rights_change_no_replace BEFORE INSERT ON privacy_rightschange
    WHEN EXISTS (SELECT 1 FROM privacy_rightschange WHERE id = NEW.id)
    BEGIN SELECT RAISE(ABORT, 'changes of rights are only ever added'); END;

CREATE TRIGGER rights_change_no_update BEFORE UPDATE ON privacy_rightschange BEGIN SELECT RAISE(ABORT, 'changes of rights are only ever added'); END;

CREATE TRIGGER update_wagtailsearch_indexentry_fts AFTER UPDATE ON wagtailsearch_indexentry BEGIN UPDATE wagtailsearch_indexentry_fts SET title=NEW.title, body=NEW.body, autocomplete=NEW.autocomplete WHERE rowid=NEW.id; END;

CREATE TRIGGER wait_event_no_delete BEFORE DELETE ON reachability_waitevent WHEN NOT OLD.sample
    BEGIN SELECT RAISE(ABORT, 'events of waits are append-only'); END;

CREATE TRIGGER wait_event_no_update BEFORE UPDATE ON reachability_waitevent
    BEGIN SELECT RAISE(ABORT, 'events of waits are append-only'); END;

CREATE TRIGGER wait_event_only_at_the_end BEFORE INSERT ON reachability_waitevent
    WHEN EXISTS (SELECT 1 FROM reachability_waitevent WHERE id = NEW.id)
      OR EXISTS (SELECT 1 FROM reachability_waitevent WHERE wait_id = NEW.wait_id AND number >= NEW.number)
      OR NEW.sample AND NOT EXISTS (SELECT 1 FROM reachability_wait WHERE id = NEW.wait_id AND source = 'sample')
    BEGIN SELECT RAISE(ABORT, 'events of waits are append-only'); END;

INSERT INTO "auth_group" ("id", "name") VALUES
(1, 'Moderators'),
(2, 'Editors');

INSERT INTO "auth_group_permissions" ("id", "group_id", "permission_id") VALUES
(1, 2, 105),
(2, 2, 106),
(3, 2, 107),
(4, 1, 105),
(5, 1, 106),
(6, 1, 107),
(7, 2, 108),
(8, 1, 108),
(9, 2, 109),
(10, 1, 109),
(11, 2, 110),
(12, 1, 110),
(13, 2, 112),
(14, 2, 113),
(15, 2, 111),
(16, 1, 112),
(17, 1, 113),
(18, 1, 111),
(19, 2, 114),
(20, 1, 114);

INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES
(1, 3, 'add_locale', 'Can add locale'),
(2, 3, 'change_locale', 'Can change locale'),
(3, 3, 'delete_locale', 'Can delete locale'),
(4, 3, 'view_locale', 'Can view locale'),
(5, 4, 'add_site', 'Can add site'),
(6, 4, 'change_site', 'Can change site'),
(7, 4, 'delete_site', 'Can delete site'),
(8, 4, 'view_site', 'Can view site'),
(9, 5, 'add_groupsitepermission', 'Can add group site permission'),
(10, 5, 'change_groupsitepermission', 'Can change group site permission'),
(11, 5, 'delete_groupsitepermission', 'Can delete group site permission'),
(12, 5, 'view_groupsitepermission', 'Can view group site permission'),
(13, 6, 'add_modellogentry', 'Can add model log entry'),
(14, 6, 'change_modellogentry', 'Can change model log entry'),
(15, 6, 'delete_modellogentry', 'Can delete model log entry'),
(16, 6, 'view_modellogentry', 'Can view model log entry'),
(17, 7, 'add_revision', 'Can add revision'),
(18, 7, 'change_revision', 'Can change revision'),
(19, 7, 'delete_revision', 'Can delete revision'),
(20, 7, 'view_revision', 'Can view revision'),
(21, 8, 'add_collectionviewrestriction', 'Can add collection view restriction'),
(22, 8, 'change_collectionviewrestriction', 'Can change collection view restriction'),
(23, 8, 'delete_collectionviewrestriction', 'Can delete collection view restriction'),
(24, 8, 'view_collectionviewrestriction', 'Can view collection view restriction'),
(25, 9, 'add_collection', 'Can add collection'),
(26, 9, 'change_collection', 'Can change collection'),
(27, 9, 'delete_collection', 'Can delete collection'),
(28, 9, 'view_collection', 'Can view collection'),
(29, 10, 'add_groupcollectionpermission', 'Can add group collection permission'),
(30, 10, 'change_groupcollectionpermission', 'Can change group collection permission'),
(31, 10, 'delete_groupcollectionpermission', 'Can delete group collection permission'),
(32, 10, 'view_groupcollectionpermission', 'Can view group collection permission'),
(33, 11, 'add_uploadedfile', 'Can add uploaded file'),
(34, 11, 'change_uploadedfile', 'Can change uploaded file'),
(35, 11, 'delete_uploadedfile', 'Can delete uploaded file'),
(36, 11, 'view_uploadedfile', 'Can view uploaded file'),
(37, 12, 'add_workflowcontenttype', 'Can add workflow content type'),
(38, 12, 'change_workflowcontenttype', 'Can change workflow content type'),
(39, 12, 'delete_workflowcontenttype', 'Can delete workflow content type'),
(40, 12, 'view_workflowcontenttype', 'Can view workflow content type'),
(41, 13, 'add_workflowstate', 'Can add Workflow state'),
(42, 13, 'change_workflowstate', 'Can change Workflow state'),
(43, 13, 'delete_workflowstate', 'Can delete Workflow state'),
(44, 13, 'view_workflowstate', 'Can view Workflow state'),
(45, 14, 'add_workflow', 'Can add workflow'),
(46, 14, 'change_workflow', 'Can change workflow'),
(47, 14, 'delete_workflow', 'Can delete workflow'),
(48, 14, 'view_workflow', 'Can view workflow'),
(49, 15, 'add_workflowtask', 'Can add workflow task order'),
(50, 15, 'change_workflowtask', 'Can change workflow task order'),
(51, 15, 'delete_workflowtask', 'Can delete workflow task order'),
(52, 15, 'view_workflowtask', 'Can view workflow task order'),
(53, 16, 'add_task', 'Can add task'),
(54, 16, 'change_task', 'Can change task'),
(55, 16, 'delete_task', 'Can delete task'),
(56, 16, 'view_task', 'Can view task'),
(57, 2, 'add_groupapprovaltask', 'Can add Group approval task'),
(58, 2, 'change_groupapprovaltask', 'Can change Group approval task'),
(59, 2, 'delete_groupapprovaltask', 'Can delete Group approval task'),
(60, 2, 'view_groupapprovaltask', 'Can view Group approval task'),
(61, 17, 'add_taskstate', 'Can add Task state'),
(62, 17, 'change_taskstate', 'Can change Task state'),
(63, 17, 'delete_taskstate', 'Can delete Task state'),
(64, 17, 'view_taskstate', 'Can view Task state'),
(65, 1, 'add_page', 'Can add page'),
(66, 1, 'change_page', 'Can change page'),
(67, 1, 'delete_page', 'Can delete page'),
(68, 1, 'view_page', 'Can view page'),
(69, 1, 'bulk_delete_page', 'Delete pages with children'),
(70, 1, 'lock_page', 'Lock/unlock pages you''ve locked'),
(71, 1, 'publish_page', 'Publish any page'),
(72, 1, 'unlock_page', 'Unlock any page'),
(73, 18, 'add_grouppagepermission', 'Can add group page permission'),
(74, 18, 'change_grouppagepermission', 'Can change group page permission'),
(75, 18, 'delete_grouppagepermission', 'Can delete group page permission'),
(76, 18, 'view_grouppagepermission', 'Can view group page permission'),
(77, 19, 'add_pageviewrestriction', 'Can add page view restriction'),
(78, 19, 'change_pageviewrestriction', 'Can change page view restriction'),
(79, 19, 'delete_pageviewrestriction', 'Can delete page view restriction'),
(80, 19, 'view_pageviewrestriction', 'Can view page view restriction'),
(81, 20, 'add_workflowpage', 'Can add workflow page'),
(82, 20, 'change_workflowpage', 'Can change workflow page'),
(83, 20, 'delete_workflowpage', 'Can delete workflow page'),
(84, 20, 'view_workflowpage', 'Can view workflow page'),
(85, 21, 'add_pagelogentry', 'Can add page log entry'),
(86, 21, 'change_pagelogentry', 'Can change page log entry'),
(87, 21, 'delete_pagelogentry', 'Can delete page log entry'),
(88, 21, 'view_pagelogentry', 'Can view page log entry'),
(89, 22, 'add_comment', 'Can add comment'),
(90, 22, 'change_comment', 'Can change comment'),
(91, 22, 'delete_comment', 'Can delete comment'),
(92, 22, 'view_comment', 'Can view comment'),
(93, 23, 'add_commentreply', 'Can add comment reply'),
(94, 23, 'change_commentreply', 'Can change comment reply'),
(95, 23, 'delete_commentreply', 'Can delete comment reply'),
(96, 23, 'view_commentreply', 'Can view comment reply'),
(97, 24, 'add_pagesubscription', 'Can add page subscription'),
(98, 24, 'change_pagesubscription', 'Can change page subscription'),
(99, 24, 'delete_pagesubscription', 'Can delete page subscription'),
(100, 24, 'view_pagesubscription', 'Can view page subscription'),
(101, 25, 'add_referenceindex', 'Can add reference index'),
(102, 25, 'change_referenceindex', 'Can change reference index'),
(103, 25, 'delete_referenceindex', 'Can delete reference index'),
(104, 25, 'view_referenceindex', 'Can view reference index'),
(105, 26, 'add_image', 'Can add image'),
(106, 26, 'change_image', 'Can change image'),
(107, 26, 'delete_image', 'Can delete image'),
(108, 27, 'access_admin', 'Can access Wagtail admin'),
(109, 26, 'choose_image', 'Can choose image'),
(110, 28, 'submit_translation', 'Can submit translations'),
(111, 29, 'add_document', 'Can add document'),
(112, 29, 'change_document', 'Can change document'),
(113, 29, 'delete_document', 'Can delete document'),
(114, 29, 'choose_document', 'Can choose document'),
(115, 30, 'add_colleague', 'Can add colleague'),
(116, 30, 'change_colleague', 'Can change colleague'),
(117, 30, 'delete_colleague', 'Can delete colleague'),
(118, 30, 'view_colleague', 'Can view colleague'),
(119, 31, 'add_question', 'Can add question'),
(120, 31, 'change_question', 'Can change question'),
(121, 31, 'delete_question', 'Can delete question'),
(122, 31, 'view_question', 'Can view question'),
(123, 32, 'add_message', 'Can add message'),
(124, 32, 'change_message', 'Can change message'),
(125, 32, 'delete_message', 'Can delete message'),
(126, 32, 'view_message', 'Can view message'),
(127, 33, 'add_conversation', 'Can add conversation'),
(128, 33, 'change_conversation', 'Can change conversation'),
(129, 33, 'delete_conversation', 'Can delete conversation'),
(130, 33, 'view_conversation', 'Can view conversation'),
(131, 34, 'add_callattempt', 'Can add call attempt'),
(132, 34, 'change_callattempt', 'Can change call attempt'),
(133, 34, 'delete_callattempt', 'Can delete call attempt'),
(134, 34, 'view_callattempt', 'Can view call attempt'),
(135, 35, 'add_team', 'Can add team'),
(136, 35, 'change_team', 'Can change team'),
(137, 35, 'delete_team', 'Can delete team'),
(138, 35, 'view_team', 'Can view team'),
(139, 36, 'add_outgoing', 'Can add outgoing'),
(140, 36, 'change_outgoing', 'Can change outgoing'),
(141, 36, 'delete_outgoing', 'Can delete outgoing'),
(142, 36, 'view_outgoing', 'Can view outgoing'),
(143, 37, 'add_dangerjudgement', 'Can add danger judgement'),
(144, 37, 'change_dangerjudgement', 'Can change danger judgement'),
(145, 37, 'delete_dangerjudgement', 'Can delete danger judgement'),
(146, 37, 'view_dangerjudgement', 'Can view danger judgement'),
(147, 38, 'confirm_people', 'Can vouch for accounts'),
(148, 39, 'add_sentform', 'Can add sent form'),
(149, 39, 'change_sentform', 'Can change sent form'),
(150, 39, 'delete_sentform', 'Can delete sent form'),
(151, 39, 'view_sentform', 'Can view sent form'),
(152, 40, 'add_cannedanswer', 'Can add canned answer'),
(153, 40, 'change_cannedanswer', 'Can change canned answer'),
(154, 40, 'delete_cannedanswer', 'Can delete canned answer'),
(155, 40, 'view_cannedanswer', 'Can view canned answer'),
(156, 41, 'add_draft', 'Can add draft'),
(157, 41, 'change_draft', 'Can change draft'),
(158, 41, 'delete_draft', 'Can delete draft'),
(159, 41, 'view_draft', 'Can view draft'),
(160, 42, 'add_formalmatter', 'Can add formal matter'),
(161, 42, 'change_formalmatter', 'Can change formal matter'),
(162, 42, 'delete_formalmatter', 'Can delete formal matter'),
(163, 42, 'view_formalmatter', 'Can view formal matter'),
(164, 43, 'add_gap', 'Can add gap'),
(165, 43, 'change_gap', 'Can change gap'),
(166, 43, 'delete_gap', 'Can delete gap'),
(167, 43, 'view_gap', 'Can view gap'),
(168, 44, 'add_heldanswer', 'Can add held answer'),
(169, 44, 'change_heldanswer', 'Can change held answer'),
(170, 44, 'delete_heldanswer', 'Can delete held answer'),
(171, 44, 'view_heldanswer', 'Can view held answer'),
(172, 45, 'add_historyentry', 'Can add history entry'),
(173, 45, 'change_historyentry', 'Can change history entry'),
(174, 45, 'delete_historyentry', 'Can delete history entry'),
(175, 45, 'view_historyentry', 'Can view history entry'),
(176, 46, 'add_looking', 'Can add looking'),
(177, 46, 'change_looking', 'Can change looking'),
(178, 46, 'delete_looking', 'Can delete looking'),
(179, 46, 'view_looking', 'Can view looking'),
(180, 47, 'add_machinetranslation', 'Can add machine translation'),
(181, 47, 'change_machinetranslation', 'Can change machine translation'),
(182, 47, 'delete_machinetranslation', 'Can delete machine translation'),
(183, 47, 'view_machinetranslation', 'Can view machine translation'),
(184, 48, 'add_note', 'Can add note'),
(185, 48, 'change_note', 'Can change note'),
(186, 48, 'delete_note', 'Can delete note'),
(187, 48, 'view_note', 'Can view note'),
(188, 49, 'add_onetimenumber', 'Can add one time number'),
(189, 49, 'change_onetimenumber', 'Can change one time number'),
(190, 49, 'delete_onetimenumber', 'Can delete one time number'),
(191, 49, 'view_onetimenumber', 'Can view one time number'),
(192, 50, 'add_outcome', 'Can add outcome'),
(193, 50, 'change_outcome', 'Can change outcome'),
(194, 50, 'delete_outcome', 'Can delete outcome'),
(195, 50, 'view_outcome', 'Can view outcome'),
(196, 51, 'add_savedview', 'Can add saved view'),
(197, 51, 'change_savedview', 'Can change saved view'),
(198, 51, 'delete_savedview', 'Can delete saved view'),
(199, 51, 'view_savedview', 'Can view saved view'),
(200, 52, 'add_secondcode', 'Can add second code'),
(201, 52, 'change_secondcode', 'Can change second code'),
(202, 52, 'delete_secondcode', 'Can delete second code'),
(203, 52, 'view_secondcode', 'Can view second code'),
(204, 53, 'add_worry', 'Can add worry'),
(205, 53, 'change_worry', 'Can change worry'),
(206, 53, 'delete_worry', 'Can delete worry'),
(207, 53, 'view_worry', 'Can view worry'),
(208, 54, 'add_questionkey', 'Can add question key'),
(209, 54, 'change_questionkey', 'Can change question key'),
(210, 54, 'delete_questionkey', 'Can delete question key'),
(211, 54, 'view_questionkey', 'Can view question key'),
(212, 55, 'add_wrongtry', 'Can add wrong try'),
(213, 55, 'change_wrongtry', 'Can change wrong try'),
(214, 55, 'delete_wrongtry', 'Can delete wrong try'),
(215, 55, 'view_wrongtry', 'Can view wrong try'),
(216, 56, 'add_opening', 'Can add opening of a question'),
(217, 56, 'change_opening', 'Can change opening of a question'),
(218, 56, 'delete_opening', 'Can delete opening of a question'),
(219, 56, 'view_opening', 'Can view opening of a question'),
(220, 57, 'view_rightschange', 'Can view change of rights'),
(221, 58, 'add_questionsearch', 'Can add search in questions'),
(222, 58, 'change_questionsearch', 'Can change search in questions'),
(223, 58, 'delete_questionsearch', 'Can delete search in questions'),
(224, 58, 'view_questionsearch', 'Can view search in questions'),
(225, 59, 'add_wait', 'Can add wait'),
(226, 59, 'change_wait', 'Can change wait'),
(227, 59, 'delete_wait', 'Can delete wait'),
(228, 59, 'view_wait', 'Can view wait'),
(229, 59, 'see_figures', 'May see the figures of reachability'),
(230, 60, 'add_waitlink', 'Can add wait link'),
(231, 60, 'change_waitlink', 'Can change wait link'),
(232, 60, 'delete_waitlink', 'Can delete wait link'),
(233, 60, 'view_waitlink', 'Can view wait link'),
(234, 61, 'add_waitevent', 'Can add wait event'),
(235, 61, 'change_waitevent', 'Can change wait event'),
(236, 61, 'delete_waitevent', 'Can delete wait event'),
(237, 61, 'view_waitevent', 'Can view wait event'),
(238, 62, 'add_correction', 'Can add correction'),
(239, 62, 'change_correction', 'Can change correction'),
(240, 62, 'delete_correction', 'Can delete correction'),
(241, 62, 'view_correction', 'Can view correction'),
(242, 63, 'add_staffmail', 'Can add staff mail'),
(243, 63, 'change_staffmail', 'Can change staff mail'),
(244, 63, 'delete_staffmail', 'Can delete staff mail'),
(245, 63, 'view_staffmail', 'Can view staff mail'),
(246, 64, 'add_vote', 'Can add vote on a page'),
(247, 64, 'change_vote', 'Can change vote on a page'),
(248, 64, 'delete_vote', 'Can delete vote on a page'),
(249, 64, 'view_vote', 'Can view vote on a page'),
(250, 64, 'read_feedback', 'May read what visitors say of pages'),
(251, 65, 'add_remark', 'Can add remark on a page'),
(252, 65, 'change_remark', 'Can change remark on a page'),
(253, 65, 'delete_remark', 'Can delete remark on a page'),
(254, 65, 'view_remark', 'Can view remark on a page'),
(255, 66, 'add_calendar', 'Can add calendar'),
(256, 66, 'change_calendar', 'Can change calendar'),
(257, 66, 'delete_calendar', 'Can delete calendar'),
(258, 66, 'view_calendar', 'Can view calendar'),
(259, 67, 'add_district', 'Can add district'),
(260, 67, 'change_district', 'Can change district'),
(261, 67, 'delete_district', 'Can delete district'),
(262, 67, 'view_district', 'Can view district'),
(263, 68, 'add_calendarexception', 'Can add other hours on a day'),
(264, 68, 'change_calendarexception', 'Can change other hours on a day'),
(265, 68, 'delete_calendarexception', 'Can delete other hours on a day'),
(266, 68, 'view_calendarexception', 'Can view other hours on a day'),
(267, 69, 'add_calendarexceptioninterval', 'Can add hours'),
(268, 69, 'change_calendarexceptioninterval', 'Can change hours'),
(269, 69, 'delete_calendarexceptioninterval', 'Can delete hours'),
(270, 69, 'view_calendarexceptioninterval', 'Can view hours'),
(271, 70, 'add_calendarversion', 'Can add opening hours'),
(272, 70, 'change_calendarversion', 'Can change opening hours'),
(273, 70, 'delete_calendarversion', 'Can delete opening hours'),
(274, 70, 'view_calendarversion', 'Can view opening hours'),
(275, 71, 'add_calendarinterval', 'Can add hours'),
(276, 71, 'change_calendarinterval', 'Can change hours'),
(277, 71, 'delete_calendarinterval', 'Can delete hours'),
(278, 71, 'view_calendarinterval', 'Can view hours'),
(279, 72, 'add_fact', 'Can add fact'),
(280, 72, 'change_fact', 'Can change fact'),
(281, 72, 'delete_fact', 'Can delete fact'),
(282, 72, 'view_fact', 'Can view fact'),
(283, 73, 'add_helpline', 'Can add help line'),
(284, 73, 'change_helpline', 'Can change help line'),
(285, 73, 'delete_helpline', 'Can delete help line'),
(286, 73, 'view_helpline', 'Can view help line'),
(287, 74, 'add_loadedrow', 'Can add loaded row'),
(288, 74, 'change_loadedrow', 'Can change loaded row'),
(289, 74, 'delete_loadedrow', 'Can delete loaded row'),
(290, 74, 'view_loadedrow', 'Can view loaded row'),
(291, 75, 'add_location', 'Can add location'),
(292, 75, 'change_location', 'Can change location'),
(293, 75, 'delete_location', 'Can delete location'),
(294, 75, 'view_location', 'Can view location'),
(295, 76, 'add_locationpage', 'Can add location page'),
(296, 76, 'change_locationpage', 'Can change location page'),
(297, 76, 'delete_locationpage', 'Can delete location page'),
(298, 76, 'view_locationpage', 'Can view location page'),
(299, 77, 'add_theme', 'Can add theme'),
(300, 77, 'change_theme', 'Can change theme'),
(301, 77, 'delete_theme', 'Can delete theme'),
(302, 77, 'view_theme', 'Can view theme'),
(303, 78, 'add_servicepage', 'Can add service page'),
(304, 78, 'change_servicepage', 'Can change service page'),
(305, 78, 'delete_servicepage', 'Can delete service page'),
(306, 78, 'view_servicepage', 'Can view service page'),
(307, 79, 'add_themepage', 'Can add theme page'),
(308, 79, 'change_themepage', 'Can change theme page'),
(309, 79, 'delete_themepage', 'Can delete theme page'),
(310, 79, 'view_themepage', 'Can view theme page'),
(311, 80, 'add_audience', 'Can add group of people'),
(312, 80, 'change_audience', 'Can change group of people'),
(313, 80, 'delete_audience', 'Can delete group of people'),
(314, 80, 'view_audience', 'Can view group of people'),
(315, 81, 'add_condition', 'Can add condition'),
(316, 81, 'change_condition', 'Can change condition'),
(317, 81, 'delete_condition', 'Can delete condition'),
(318, 81, 'view_condition', 'Can view condition'),
(319, 82, 'add_conditionspage', 'Can add conditions page'),
(320, 82, 'change_conditionspage', 'Can change conditions page'),
(321, 82, 'delete_conditionspage', 'Can delete conditions page'),
(322, 82, 'view_conditionspage', 'Can view conditions page'),
(323, 83, 'add_directorypage', 'Can add directory'),
(324, 83, 'change_directorypage', 'Can change directory'),
(325, 83, 'delete_directorypage', 'Can delete directory'),
(326, 83, 'view_directorypage', 'Can view directory'),
(327, 84, 'add_faqpage', 'Can add question often asked'),
(328, 84, 'change_faqpage', 'Can change question often asked'),
(329, 84, 'delete_faqpage', 'Can delete question often asked'),
(330, 84, 'view_faqpage', 'Can view question often asked'),
(331, 85, 'add_guidepage', 'Can add guide'),
(332, 85, 'change_guidepage', 'Can change guide'),
(333, 85, 'delete_guidepage', 'Can delete guide'),
(334, 85, 'view_guidepage', 'Can view guide'),
(335, 86, 'add_law', 'Can add law'),
(336, 86, 'change_law', 'Can change law'),
(337, 86, 'delete_law', 'Can delete law'),
(338, 86, 'view_law', 'Can view law'),
(339, 87, 'add_organisation', 'Can add organisation'),
(340, 87, 'change_organisation', 'Can change organisation'),
(341, 87, 'delete_organisation', 'Can delete organisation'),
(342, 87, 'view_organisation', 'Can view organisation'),
(343, 88, 'add_organisationpage', 'Can add page of an organisation'),
(344, 88, 'change_organisationpage', 'Can change page of an organisation'),
(345, 88, 'delete_organisationpage', 'Can delete page of an organisation'),
(346, 88, 'view_organisationpage', 'Can view page of an organisation'),
(347, 89, 'add_postcode', 'Can add postcode'),
(348, 89, 'change_postcode', 'Can change postcode'),
(349, 89, 'delete_postcode', 'Can delete postcode'),
(350, 89, 'view_postcode', 'Can view postcode'),
(351, 90, 'add_service', 'Can add service'),
(352, 90, 'change_service', 'Can change service'),
(353, 90, 'delete_service', 'Can delete service'),
(354, 90, 'view_service', 'Can view service'),
(355, 91, 'add_spokenlanguage', 'Can add spoken language'),
(356, 91, 'change_spokenlanguage', 'Can change spoken language'),
(357, 91, 'delete_spokenlanguage', 'Can delete spoken language'),
(358, 91, 'view_spokenlanguage', 'Can view spoken language'),
(359, 92, 'add_rejectedclosure', 'Can add open all the same'),
(360, 92, 'change_rejectedclosure', 'Can change open all the same'),
(361, 92, 'delete_rejectedclosure', 'Can delete open all the same'),
(362, 92, 'view_rejectedclosure', 'Can view open all the same'),
(363, 93, 'add_contentpage', 'Can add content page'),
(364, 93, 'change_contentpage', 'Can change content page'),
(365, 93, 'delete_contentpage', 'Can delete content page'),
(366, 93, 'view_contentpage', 'Can view content page'),
(367, 94, 'add_homepage', 'Can add home page'),
(368, 94, 'change_homepage', 'Can change home page'),
(369, 94, 'delete_homepage', 'Can delete home page'),
(370, 94, 'view_homepage', 'Can view home page'),
(371, 95, 'add_indexpage', 'Can add list page'),
(372, 95, 'change_indexpage', 'Can change list page'),
(373, 95, 'delete_indexpage', 'Can delete list page'),
(374, 95, 'view_indexpage', 'Can view list page'),
(375, 96, 'add_municipality', 'Can add municipality'),
(376, 96, 'change_municipality', 'Can change municipality'),
(377, 96, 'delete_municipality', 'Can delete municipality'),
(378, 96, 'view_municipality', 'Can view municipality'),
(379, 97, 'add_searchentry', 'Can add search entry'),
(380, 97, 'change_searchentry', 'Can change search entry'),
(381, 97, 'delete_searchentry', 'Can delete search entry'),
(382, 97, 'view_searchentry', 'Can view search entry'),
(383, 98, 'add_change', 'Can add change'),
(384, 98, 'change_change', 'Can change change'),
(385, 98, 'delete_change', 'Can delete change'),
(386, 98, 'view_change', 'Can view change'),
(387, 99, 'add_linkround', 'Can add link round'),
(388, 99, 'change_linkround', 'Can change link round'),
(389, 99, 'delete_linkround', 'Can delete link round'),
(390, 99, 'view_linkround', 'Can view link round'),
(391, 100, 'add_minoredit', 'Can add minor edit'),
(392, 100, 'change_minoredit', 'Can change minor edit'),
(393, 100, 'delete_minoredit', 'Can delete minor edit'),
(394, 100, 'view_minoredit', 'Can view minor edit'),
(395, 101, 'add_plainword', 'Can add plain word'),
(396, 101, 'change_plainword', 'Can change plain word'),
(397, 101, 'delete_plainword', 'Can delete plain word'),
(398, 101, 'view_plainword', 'Can view plain word'),
(399, 102, 'add_alertbanner', 'Can add message above pages'),
(400, 102, 'change_alertbanner', 'Can change message above pages'),
(401, 102, 'delete_alertbanner', 'Can delete message above pages'),
(402, 102, 'view_alertbanner', 'Can view message above pages'),
(403, 103, 'add_brokenlink', 'Can add broken link'),
(404, 103, 'change_brokenlink', 'Can change broken link'),
(405, 103, 'delete_brokenlink', 'Can delete broken link'),
(406, 103, 'view_brokenlink', 'Can view broken link'),
(407, 104, 'add_glossaryterm', 'Can add hard word'),
(408, 104, 'change_glossaryterm', 'Can change hard word'),
(409, 104, 'delete_glossaryterm', 'Can delete hard word'),
(410, 104, 'view_glossaryterm', 'Can view hard word'),
(411, 105, 'add_reviewreminder', 'Can add review reminder'),
(412, 105, 'change_reviewreminder', 'Can change review reminder'),
(413, 105, 'delete_reviewreminder', 'Can delete review reminder'),
(414, 105, 'view_reviewreminder', 'Can view review reminder'),
(415, 106, 'add_withdrawn', 'Can add withdrawn'),
(416, 106, 'change_withdrawn', 'Can change withdrawn'),
(417, 106, 'delete_withdrawn', 'Can delete withdrawn'),
(418, 106, 'view_withdrawn', 'Can view withdrawn'),
(419, 107, 'add_sourceversion', 'Can add source version'),
(420, 107, 'change_sourceversion', 'Can change source version'),
(421, 107, 'delete_sourceversion', 'Can delete source version'),
(422, 107, 'view_sourceversion', 'Can view source version'),
(423, 108, 'add_string', 'Can add string'),
(424, 108, 'change_string', 'Can change string'),
(425, 108, 'delete_string', 'Can delete string'),
(426, 108, 'view_string', 'Can view string'),
(427, 109, 'add_template', 'Can add template'),
(428, 109, 'change_template', 'Can change template'),
(429, 109, 'delete_template', 'Can delete template'),
(430, 109, 'view_template', 'Can view template'),
(431, 110, 'add_translatableobject', 'Can add translatable object'),
(432, 110, 'change_translatableobject', 'Can change translatable object'),
(433, 110, 'delete_translatableobject', 'Can delete translatable object'),
(434, 110, 'view_translatableobject', 'Can view translatable object'),
(435, 111, 'add_translationsource', 'Can add translation source'),
(436, 111, 'change_translationsource', 'Can change translation source'),
(437, 111, 'delete_translationsource', 'Can delete translation source'),
(438, 111, 'view_translationsource', 'Can view translation source'),
(439, 112, 'add_translationlog', 'Can add translation log'),
(440, 112, 'change_translationlog', 'Can change translation log'),
(441, 112, 'delete_translationlog', 'Can delete translation log'),
(442, 112, 'view_translationlog', 'Can view translation log'),
(443, 113, 'add_translationcontext', 'Can add translation context'),
(444, 113, 'change_translationcontext', 'Can change translation context'),
(445, 113, 'delete_translationcontext', 'Can delete translation context'),
(446, 113, 'view_translationcontext', 'Can view translation context'),
(447, 114, 'add_templatesegment', 'Can add template segment'),
(448, 114, 'change_templatesegment', 'Can change template segment'),
(449, 114, 'delete_templatesegment', 'Can delete template segment'),
(450, 114, 'view_templatesegment', 'Can view template segment'),
(451, 115, 'add_stringsegment', 'Can add string segment'),
(452, 115, 'change_stringsegment', 'Can change string segment'),
(453, 115, 'delete_stringsegment', 'Can delete string segment'),
(454, 115, 'view_stringsegment', 'Can view string segment'),
(455, 116, 'add_relatedobjectsegment', 'Can add related object segment'),
(456, 116, 'change_relatedobjectsegment', 'Can change related object segment'),
(457, 116, 'delete_relatedobjectsegment', 'Can delete related object segment'),
(458, 116, 'view_relatedobjectsegment', 'Can view related object segment'),
(459, 117, 'add_stringtranslation', 'Can add string translation'),
(460, 117, 'change_stringtranslation', 'Can change string translation'),
(461, 117, 'delete_stringtranslation', 'Can delete string translation'),
(462, 117, 'view_stringtranslation', 'Can view string translation'),
(463, 28, 'add_translation', 'Can add translation'),
(464, 28, 'change_translation', 'Can change translation'),
(465, 28, 'delete_translation', 'Can delete translation'),
(466, 28, 'view_translation', 'Can view translation'),
(467, 118, 'add_overridablesegment', 'Can add overridable segment'),
(468, 118, 'change_overridablesegment', 'Can change overridable segment'),
(469, 118, 'delete_overridablesegment', 'Can delete overridable segment'),
(470, 118, 'view_overridablesegment', 'Can view overridable segment'),
(471, 119, 'add_segmentoverride', 'Can add segment override'),
(472, 119, 'change_segmentoverride', 'Can change segment override'),
(473, 119, 'delete_segmentoverride', 'Can delete segment override'),
(474, 119, 'view_segmentoverride', 'Can view segment override'),
(475, 120, 'add_localesynchronization', 'Can add locale synchronization'),
(476, 120, 'change_localesynchronization', 'Can change locale synchronization'),
(477, 120, 'delete_localesynchronization', 'Can delete locale synchronization'),
(478, 120, 'view_localesynchronization', 'Can view locale synchronization'),
(479, 121, 'add_redirect', 'Can add redirect'),
(480, 121, 'change_redirect', 'Can change redirect'),
(481, 121, 'delete_redirect', 'Can delete redirect'),
(482, 121, 'view_redirect', 'Can view redirect'),
(483, 122, 'add_userprofile', 'Can add user profile'),
(484, 122, 'change_userprofile', 'Can change user profile'),
(485, 122, 'delete_userprofile', 'Can delete user profile'),
(486, 122, 'view_userprofile', 'Can view user profile'),
(487, 29, 'view_document', 'Can view document'),
(488, 26, 'view_image', 'Can view image'),
(489, 123, 'add_rendition', 'Can add rendition'),
(490, 123, 'change_rendition', 'Can change rendition'),
(491, 123, 'delete_rendition', 'Can delete rendition'),
(492, 123, 'view_rendition', 'Can view rendition'),
(493, 124, 'add_indexentry', 'Can add index entry'),
(494, 124, 'change_indexentry', 'Can change index entry'),
(495, 124, 'delete_indexentry', 'Can delete index entry'),
(496, 124, 'view_indexentry', 'Can view index entry'),
(497, 125, 'add_sqliteftsindexentry', 'Can add sqliteftsindexentry'),
(498, 125, 'change_sqliteftsindexentry', 'Can change sqliteftsindexentry'),
(499, 125, 'delete_sqliteftsindexentry', 'Can delete sqliteftsindexentry'),
(500, 125, 'view_sqliteftsindexentry', 'Can view sqliteftsindexentry'),
(501, 126, 'add_editingsession', 'Can add editing session'),
(502, 126, 'change_editingsession', 'Can change editing session'),
(503, 126, 'delete_editingsession', 'Can delete editing session'),
(504, 126, 'view_editingsession', 'Can view editing session'),
(505, 127, 'add_formstate', 'Can add form state'),
(506, 127, 'change_formstate', 'Can change form state'),
(507, 127, 'delete_formstate', 'Can delete form state'),
(508, 127, 'view_formstate', 'Can view form state'),
(509, 128, 'add_tag', 'Can add tag'),
(510, 128, 'change_tag', 'Can change tag'),
(511, 128, 'delete_tag', 'Can delete tag'),
(512, 128, 'view_tag', 'Can view tag'),
(513, 129, 'add_taggeditem', 'Can add tagged item'),
(514, 129, 'change_taggeditem', 'Can change tagged item'),
(515, 129, 'delete_taggeditem', 'Can delete tagged item'),
(516, 129, 'view_taggeditem', 'Can view tagged item'),
(517, 130, 'add_accessattempt', 'Can add access attempt'),
(518, 130, 'change_accessattempt', 'Can change access attempt'),
(519, 130, 'delete_accessattempt', 'Can delete access attempt'),
(520, 130, 'view_accessattempt', 'Can view access attempt'),
(521, 131, 'add_accesslog', 'Can add access log'),
(522, 131, 'change_accesslog', 'Can change access log'),
(523, 131, 'delete_accesslog', 'Can delete access log'),
(524, 131, 'view_accesslog', 'Can view access log'),
(525, 132, 'add_accessfailurelog', 'Can add access failure'),
(526, 132, 'change_accessfailurelog', 'Can change access failure'),
(527, 132, 'delete_accessfailurelog', 'Can delete access failure'),
(528, 132, 'view_accessfailurelog', 'Can view access failure'),
(529, 133, 'add_accessattemptexpiration', 'Can add access attempt expiration'),
(530, 133, 'change_accessattemptexpiration', 'Can change access attempt expiration'),
(531, 133, 'delete_accessattemptexpiration', 'Can delete access attempt expiration'),
(532, 133, 'view_accessattemptexpiration', 'Can view access attempt expiration'),
(533, 134, 'add_totpdevice', 'Can add TOTP device'),
(534, 134, 'change_totpdevice', 'Can change TOTP device'),
(535, 134, 'delete_totpdevice', 'Can delete TOTP device'),
(536, 134, 'view_totpdevice', 'Can view TOTP device'),
(537, 135, 'add_staticdevice', 'Can add static device'),
(538, 135, 'change_staticdevice', 'Can change static device'),
(539, 135, 'delete_staticdevice', 'Can delete static device'),
(540, 135, 'view_staticdevice', 'Can view static device'),
(541, 136, 'add_statictoken', 'Can add static token'),
(542, 136, 'change_statictoken', 'Can change static token'),
(543, 136, 'delete_statictoken', 'Can delete static token'),
(544, 136, 'view_statictoken', 'Can view static token'),
(545, 137, 'add_webauthncredential', 'Can add WebAuthn credential'),
(546, 137, 'change_webauthncredential', 'Can change WebAuthn credential'),
(547, 137, 'delete_webauthncredential', 'Can delete WebAuthn credential'),
(548, 137, 'view_webauthncredential', 'Can view WebAuthn credential'),
(549, 138, 'add_webauthnattestation', 'Can add WebAuthn attestation'),
(550, 138, 'change_webauthnattestation', 'Can change WebAuthn attestation'),
(551, 138, 'delete_webauthnattestation', 'Can delete WebAuthn attestation'),
(552, 138, 'view_webauthnattestation', 'Can view WebAuthn attestation'),
(553, 139, 'add_webauthnuserhandle', 'Can add WebAuthn user handle'),
(554, 139, 'change_webauthnuserhandle', 'Can change WebAuthn user handle'),
(555, 139, 'delete_webauthnuserhandle', 'Can delete WebAuthn user handle'),
(556, 139, 'view_webauthnuserhandle', 'Can view WebAuthn user handle'),
(557, 140, 'add_permission', 'Can add permission'),
(558, 140, 'change_permission', 'Can change permission'),
(559, 140, 'delete_permission', 'Can delete permission'),
(560, 140, 'view_permission', 'Can view permission'),
(561, 141, 'add_group', 'Can add group'),
(562, 141, 'change_group', 'Can change group'),
(563, 141, 'delete_group', 'Can delete group'),
(564, 141, 'view_group', 'Can view group'),
(565, 142, 'add_user', 'Can add user'),
(566, 142, 'change_user', 'Can change user'),
(567, 142, 'delete_user', 'Can delete user'),
(568, 142, 'view_user', 'Can view user'),
(569, 143, 'add_contenttype', 'Can add content type'),
(570, 143, 'change_contenttype', 'Can change content type'),
(571, 143, 'delete_contenttype', 'Can delete content type'),
(572, 143, 'view_contenttype', 'Can view content type'),
(573, 144, 'add_session', 'Can add session'),
(574, 144, 'change_session', 'Can change session'),
(575, 144, 'delete_session', 'Can delete session'),
(576, 144, 'view_session', 'Can view session');

INSERT INTO "django_content_type" ("id", "app_label", "model") VALUES
(1, 'wagtailcore', 'page'),
(2, 'wagtailcore', 'groupapprovaltask'),
(3, 'wagtailcore', 'locale'),
(4, 'wagtailcore', 'site'),
(5, 'wagtailcore', 'groupsitepermission'),
(6, 'wagtailcore', 'modellogentry'),
(7, 'wagtailcore', 'revision'),
(8, 'wagtailcore', 'collectionviewrestriction'),
(9, 'wagtailcore', 'collection'),
(10, 'wagtailcore', 'groupcollectionpermission'),
(11, 'wagtailcore', 'uploadedfile'),
(12, 'wagtailcore', 'workflowcontenttype'),
(13, 'wagtailcore', 'workflowstate'),
(14, 'wagtailcore', 'workflow'),
(15, 'wagtailcore', 'workflowtask'),
(16, 'wagtailcore', 'task'),
(17, 'wagtailcore', 'taskstate'),
(18, 'wagtailcore', 'grouppagepermission'),
(19, 'wagtailcore', 'pageviewrestriction'),
(20, 'wagtailcore', 'workflowpage'),
(21, 'wagtailcore', 'pagelogentry'),
(22, 'wagtailcore', 'comment'),
(23, 'wagtailcore', 'commentreply'),
(24, 'wagtailcore', 'pagesubscription'),
(25, 'wagtailcore', 'referenceindex'),
(26, 'wagtailimages', 'image'),
(27, 'wagtailadmin', 'admin'),
(28, 'wagtail_localize', 'translation'),
(29, 'wagtaildocs', 'document'),
(30, 'questions', 'colleague'),
(31, 'questions', 'question'),
(32, 'questions', 'message'),
(33, 'questions', 'conversation'),
(34, 'questions', 'callattempt'),
(35, 'questions', 'team'),
(36, 'questions', 'outgoing'),
(37, 'questions', 'dangerjudgement'),
(38, 'questions', 'unconfirmed'),
(39, 'questions', 'sentform'),
(40, 'questions', 'cannedanswer'),
(41, 'questions', 'draft'),
(42, 'questions', 'formalmatter'),
(43, 'questions', 'gap'),
(44, 'questions', 'heldanswer'),
(45, 'questions', 'historyentry'),
(46, 'questions', 'looking'),
(47, 'questions', 'machinetranslation'),
(48, 'questions', 'note'),
(49, 'questions', 'onetimenumber'),
(50, 'questions', 'outcome'),
(51, 'questions', 'savedview'),
(52, 'questions', 'secondcode'),
(53, 'questions', 'worry'),
(54, 'privacy', 'questionkey'),
(55, 'privacy', 'wrongtry'),
(56, 'privacy', 'opening'),
(57, 'privacy', 'rightschange'),
(58, 'privacy', 'questionsearch'),
(59, 'reachability', 'wait'),
(60, 'reachability', 'waitlink'),
(61, 'reachability', 'waitevent'),
(62, 'reachability', 'correction'),
(63, 'mail', 'staffmail'),
(64, 'feedback', 'vote'),
(65, 'feedback', 'remark'),
(66, 'services', 'calendar'),
(67, 'services', 'district'),
(68, 'services', 'calendarexception'),
(69, 'services', 'calendarexceptioninterval'),
(70, 'services', 'calendarversion'),
(71, 'services', 'calendarinterval'),
(72, 'services', 'fact'),
(73, 'services', 'helpline'),
(74, 'services', 'loadedrow'),
(75, 'services', 'location'),
(76, 'services', 'locationpage'),
(77, 'services', 'theme'),
(78, 'services', 'servicepage'),
(79, 'services', 'themepage'),
(80, 'services', 'audience'),
(81, 'services', 'condition'),
(82, 'services', 'conditionspage'),
(83, 'services', 'directorypage'),
(84, 'services', 'faqpage'),
(85, 'services', 'guidepage'),
(86, 'services', 'law'),
(87, 'services', 'organisation'),
(88, 'services', 'organisationpage'),
(89, 'services', 'postcode'),
(90, 'services', 'service'),
(91, 'services', 'spokenlanguage'),
(92, 'services', 'rejectedclosure'),
(93, 'home', 'contentpage'),
(94, 'home', 'homepage'),
(95, 'home', 'indexpage'),
(96, 'home', 'municipality'),
(97, 'home', 'searchentry'),
(98, 'home', 'change'),
(99, 'home', 'linkround'),
(100, 'home', 'minoredit'),
(101, 'home', 'plainword'),
(102, 'home', 'alertbanner'),
(103, 'home', 'brokenlink'),
(104, 'home', 'glossaryterm'),
(105, 'home', 'reviewreminder'),
(106, 'home', 'withdrawn'),
(107, 'home', 'sourceversion'),
(108, 'wagtail_localize', 'string'),
(109, 'wagtail_localize', 'template'),
(110, 'wagtail_localize', 'translatableobject'),
(111, 'wagtail_localize', 'translationsource'),
(112, 'wagtail_localize', 'translationlog'),
(113, 'wagtail_localize', 'translationcontext'),
(114, 'wagtail_localize', 'templatesegment'),
(115, 'wagtail_localize', 'stringsegment'),
(116, 'wagtail_localize', 'relatedobjectsegment'),
(117, 'wagtail_localize', 'stringtranslation'),
(118, 'wagtail_localize', 'overridablesegment'),
(119, 'wagtail_localize', 'segmentoverride'),
(120, 'wagtail_localize', 'localesynchronization'),
(121, 'wagtailredirects', 'redirect'),
(122, 'wagtailusers', 'userprofile'),
(123, 'wagtailimages', 'rendition'),
(124, 'wagtailsearch', 'indexentry'),
(125, 'wagtailsearch', 'sqliteftsindexentry'),
(126, 'wagtailadmin', 'editingsession'),
(127, 'wagtailadmin', 'formstate'),
(128, 'taggit', 'tag'),
(129, 'taggit', 'taggeditem'),
(130, 'axes', 'accessattempt'),
(131, 'axes', 'accesslog'),
(132, 'axes', 'accessfailurelog'),
(133, 'axes', 'accessattemptexpiration'),
(134, 'otp_totp', 'totpdevice'),
(135, 'otp_static', 'staticdevice'),
(136, 'otp_static', 'statictoken'),
(137, 'django_otp_webauthn', 'webauthncredential'),
(138, 'django_otp_webauthn', 'webauthnattestation'),
(139, 'django_otp_webauthn', 'webauthnuserhandle'),
(140, 'auth', 'permission'),
(141, 'auth', 'group'),
(142, 'auth', 'user'),
(143, 'contenttypes', 'contenttype'),
(144, 'sessions', 'session');

INSERT INTO "django_migrations" ("id", "app", "name", "applied") VALUES
(1, 'contenttypes', '0001_initial', '{now}'),
(2, 'contenttypes', '0002_remove_content_type_name', '{now}'),
(3, 'auth', '0001_initial', '{now}'),
(4, 'auth', '0002_alter_permission_name_max_length', '{now}'),
(5, 'auth', '0003_alter_user_email_max_length', '{now}'),
(6, 'auth', '0004_alter_user_username_opts', '{now}'),
(7, 'auth', '0005_alter_user_last_login_null', '{now}'),
(8, 'auth', '0006_require_contenttypes_0002', '{now}'),
(9, 'auth', '0007_alter_validators_add_error_messages', '{now}'),
(10, 'auth', '0008_alter_user_username_max_length', '{now}'),
(11, 'auth', '0009_alter_user_last_name_max_length', '{now}'),
(12, 'auth', '0010_alter_group_name_max_length', '{now}'),
(13, 'auth', '0011_update_proxy_permissions', '{now}'),
(14, 'auth', '0012_alter_user_first_name_max_length', '{now}'),
(15, 'axes', '0001_initial', '{now}'),
(16, 'axes', '0002_auto_20151217_2044', '{now}'),
(17, 'axes', '0003_auto_20160322_0929', '{now}'),
(18, 'axes', '0004_auto_20181024_1538', '{now}'),
(19, 'axes', '0005_remove_accessattempt_trusted', '{now}'),
(20, 'axes', '0006_remove_accesslog_trusted', '{now}'),
(21, 'axes', '0007_alter_accessattempt_unique_together', '{now}'),
(22, 'axes', '0008_accessfailurelog', '{now}'),
(23, 'axes', '0009_add_session_hash', '{now}'),
(24, 'axes', '0010_accessattemptexpiration', '{now}'),
(25, 'django_otp_webauthn', '0001_initial', '{now}'),
(26, 'django_otp_webauthn', '0002_timestamps', '{now}'),
(27, 'django_otp_webauthn', '0003_webauthncredential_hash_binary_to_hex', '{now}'),
(28, 'django_otp_webauthn', '0004_webauthnuserhandle', '{now}'),
(29, 'wagtailcore', '0001_initial', '{now}'),
(30, 'wagtailcore', '0002_initial_data', '{now}'),
(31, 'wagtailcore', '0003_add_uniqueness_constraint_on_group_page_permission', '{now}'),
(32, 'wagtailcore', '0004_page_locked', '{now}'),
(33, 'wagtailcore', '0005_add_page_lock_permission_to_moderators', '{now}'),
(34, 'wagtailcore', '0006_add_lock_page_permission', '{now}'),
(35, 'wagtailcore', '0007_page_latest_revision_created_at', '{now}'),
(36, 'wagtailcore', '0008_populate_latest_revision_created_at', '{now}'),
(37, 'wagtailcore', '0009_remove_auto_now_add_from_pagerevision_created_at', '{now}'),
(38, 'wagtailcore', '0010_change_page_owner_to_null_on_delete', '{now}'),
(39, 'wagtailcore', '0011_page_first_published_at', '{now}'),
(40, 'wagtailcore', '0012_extend_page_slug_field', '{now}'),
(41, 'wagtailcore', '0013_update_golive_expire_help_text', '{now}'),
(42, 'wagtailcore', '0014_add_verbose_name', '{now}'),
(43, 'wagtailcore', '0015_add_more_verbose_names', '{now}'),
(44, 'wagtailcore', '0016_change_page_url_path_to_text_field', '{now}'),
(45, 'wagtailcore', '0017_change_edit_page_permission_description', '{now}'),
(46, 'wagtailcore', '0018_pagerevision_submitted_for_moderation_index', '{now}'),
(47, 'wagtailcore', '0019_verbose_names_cleanup', '{now}'),
(48, 'wagtailcore', '0020_add_index_on_page_first_published_at', '{now}'),
(49, 'wagtailcore', '0021_capitalizeverbose', '{now}'),
(50, 'wagtailcore', '0022_add_site_name', '{now}'),
(51, 'wagtailcore', '0023_alter_page_revision_on_delete_behaviour', '{now}'),
(52, 'wagtailcore', '0024_collection', '{now}'),
(53, 'wagtailcore', '0025_collection_initial_data', '{now}'),
(54, 'wagtailcore', '0026_group_collection_permission', '{now}'),
(55, 'wagtailcore', '0027_fix_collection_path_collation', '{now}'),
(56, 'wagtailcore', '0024_alter_page_content_type_on_delete_behaviour', '{now}'),
(57, 'wagtailcore', '0028_merge', '{now}'),
(58, 'wagtailcore', '0029_unicode_slugfield_dj19', '{now}'),
(59, 'wagtailcore', '0030_index_on_pagerevision_created_at', '{now}'),
(60, 'wagtailcore', '0031_add_page_view_restriction_types', '{now}'),
(61, 'wagtailcore', '0032_add_bulk_delete_page_permission', '{now}'),
(62, 'wagtailcore', '0033_remove_golive_expiry_help_text', '{now}'),
(63, 'wagtailcore', '0034_page_live_revision', '{now}'),
(64, 'wagtailcore', '0035_page_last_published_at', '{now}'),
(65, 'wagtailcore', '0036_populate_page_last_published_at', '{now}'),
(66, 'wagtailcore', '0037_set_page_owner_editable', '{now}'),
(67, 'wagtailcore', '0038_make_first_published_at_editable', '{now}'),
(68, 'wagtailcore', '0039_collectionviewrestriction', '{now}'),
(69, 'wagtailcore', '0040_page_draft_title', '{now}'),
(70, 'wagtailcore', '0041_group_collection_permissions_verbose_name_plural', '{now}'),
(71, 'wagtailcore', '0042_index_on_pagerevision_approved_go_live_at', '{now}'),
(72, 'wagtailcore', '0043_lock_fields', '{now}'),
(73, 'wagtailcore', '0044_add_unlock_grouppagepermission', '{now}'),
(74, 'wagtailcore', '0045_assign_unlock_grouppagepermission', '{now}'),
(75, 'wagtailcore', '0046_site_name_remove_null', '{now}'),
(76, 'wagtailcore', '0047_add_workflow_models', '{now}'),
(77, 'wagtailcore', '0048_add_default_workflows', '{now}'),
(78, 'wagtailcore', '0049_taskstate_finished_by', '{now}'),
(79, 'wagtailcore', '0050_workflow_rejected_to_needs_changes', '{now}'),
(80, 'wagtailcore', '0051_taskstate_comment', '{now}'),
(81, 'wagtailcore', '0052_pagelogentry', '{now}'),
(82, 'wagtailcore', '0053_locale_model', '{now}'),
(83, 'wagtailcore', '0054_initial_locale', '{now}'),
(84, 'wagtailcore', '0055_page_locale_fields', '{now}'),
(85, 'wagtailcore', '0056_page_locale_fields_populate', '{now}'),
(86, 'wagtailcore', '0057_page_locale_fields_notnull', '{now}'),
(87, 'wagtailcore', '0058_page_alias_of', '{now}'),
(88, 'wagtailcore', '0059_apply_collection_ordering', '{now}'),
(89, 'wagtailcore', '0060_fix_workflow_unique_constraint', '{now}'),
(90, 'wagtailcore', '0061_change_promote_tab_helpt_text_and_verbose_names', '{now}'),
(91, 'wagtailcore', '0062_comment_models_and_pagesubscription', '{now}'),
(92, 'wagtailcore', '0063_modellogentry', '{now}'),
(93, 'wagtailcore', '0064_log_timestamp_indexes', '{now}'),
(94, 'wagtailcore', '0065_log_entry_uuid', '{now}'),
(95, 'wagtailcore', '0066_collection_management_permissions', '{now}'),
(96, 'wagtailcore', '0067_alter_pagerevision_content_json', '{now}'),
(97, 'wagtailcore', '0068_log_entry_empty_object', '{now}'),
(98, 'wagtailcore', '0069_log_entry_jsonfield', '{now}'),
(99, 'wagtail_localize', '0001_initial', '{now}'),
(100, 'wagtailcore', '0070_rename_pagerevision_revision', '{now}'),
(101, 'wagtailcore', '0071_populate_revision_content_type', '{now}'),
(102, 'wagtailcore', '0072_alter_revision_content_type_notnull', '{now}'),
(103, 'wagtailcore', '0073_page_latest_revision', '{now}'),
(104, 'wagtailcore', '0074_revision_object_str', '{now}'),
(105, 'wagtailcore', '0075_populate_latest_revision_and_revision_object_str', '{now}'),
(106, 'wagtailcore', '0076_modellogentry_revision', '{now}'),
(107, 'wagtailcore', '0077_alter_revision_user', '{now}'),
(108, 'wagtailcore', '0078_referenceindex', '{now}'),
(109, 'wagtailcore', '0079_rename_taskstate_page_revision', '{now}'),
(110, 'wagtailcore', '0080_generic_workflowstate', '{now}'),
(111, 'wagtailcore', '0081_populate_workflowstate_content_type', '{now}'),
(112, 'wagtailcore', '0082_alter_workflowstate_content_type_notnull', '{now}'),
(113, 'wagtailcore', '0083_workflowcontenttype', '{now}'),
(114, 'wagtailcore', '0084_add_default_page_permissions', '{now}'),
(115, 'wagtailcore', '0085_add_grouppagepermission_permission', '{now}'),
(116, 'wagtailcore', '0086_populate_grouppagepermission_permission', '{now}'),
(117, 'wagtailcore', '0087_alter_grouppagepermission_unique_together_and_more', '{now}'),
(118, 'wagtailcore', '0088_fix_log_entry_json_timestamps', '{now}'),
(119, 'wagtailcore', '0089_log_entry_data_json_null_to_object', '{now}'),
(120, 'wagtailcore', '0090_remove_grouppagepermission_permission_type', '{now}'),
(121, 'wagtailcore', '0091_remove_revision_submitted_for_moderation', '{now}'),
(122, 'wagtailcore', '0092_alter_collectionviewrestriction_password_and_more', '{now}'),
(123, 'wagtailcore', '0093_uploadedfile', '{now}'),
(124, 'wagtailcore', '0094_alter_page_locale', '{now}'),
(125, 'wagtailcore', '0095_groupsitepermission', '{now}'),
(126, 'wagtailcore', '0096_referenceindex_referenceindex_source_object_and_more', '{now}'),
(127, 'wagtailcore', '0097_baselogentry_uuid_action_timestamp_indexes', '{now}'),
(128, 'feedback', '0001_initial', '{now}'),
(129, 'feedback', '0002_words_beside_words', '{now}'),
(130, 'taggit', '0001_initial', '{now}'),
(131, 'wagtailimages', '0001_initial', '{now}'),
(132, 'wagtailimages', '0002_initial_data', '{now}'),
(133, 'wagtailimages', '0003_fix_focal_point_fields', '{now}'),
(134, 'wagtailimages', '0004_make_focal_point_key_not_nullable', '{now}'),
(135, 'wagtailimages', '0005_make_filter_spec_unique', '{now}'),
(136, 'wagtailimages', '0006_add_verbose_names', '{now}'),
(137, 'wagtailimages', '0007_image_file_size', '{now}'),
(138, 'wagtailimages', '0008_image_created_at_index', '{now}'),
(139, 'wagtailimages', '0009_capitalizeverbose', '{now}'),
(140, 'wagtailimages', '0010_change_on_delete_behaviour', '{now}'),
(141, 'wagtailimages', '0011_image_collection', '{now}'),
(142, 'wagtailimages', '0012_copy_image_permissions_to_collections', '{now}'),
(143, 'wagtailimages', '0013_make_rendition_upload_callable', '{now}'),
(144, 'wagtailimages', '0014_add_filter_spec_field', '{now}'),
(145, 'wagtailimages', '0015_fill_filter_spec_field', '{now}'),
(146, 'wagtailimages', '0016_deprecate_rendition_filter_relation', '{now}'),
(147, 'wagtailimages', '0017_reduce_focal_point_key_max_length', '{now}'),
(148, 'wagtailimages', '0018_remove_rendition_filter', '{now}'),
(149, 'wagtailimages', '0019_delete_filter', '{now}'),
(150, 'wagtailimages', '0020_add-verbose-name', '{now}'),
(151, 'wagtailimages', '0021_image_file_hash', '{now}'),
(152, 'wagtailimages', '0022_uploadedimage', '{now}'),
(153, 'wagtailadmin', '0001_create_admin_access_permissions', '{now}'),
(154, 'wagtailimages', '0023_add_choose_permissions', '{now}'),
(155, 'wagtailimages', '0024_index_image_file_hash', '{now}'),
(156, 'wagtailimages', '0025_alter_image_file_alter_rendition_file', '{now}'),
(157, 'wagtailimages', '0026_delete_uploadedimage', '{now}'),
(158, 'wagtailimages', '0027_image_description', '{now}'),
(159, 'wagtail_localize', '0002_translation', '{now}'),
(160, 'wagtail_localize', '0003_delete_translation_sources', '{now}'),
(161, 'wagtail_localize', '0004_one_source_per_objectlocale', '{now}'),
(162, 'wagtail_localize', '0005_remove_translationsource_object', '{now}'),
(163, 'wagtail_localize', '0006_create_submit_translation_permission', '{now}'),
(164, 'wagtail_localize', '0007_stringtranslation_type_and_tool_name', '{now}'),
(165, 'wagtail_localize', '0008_stringtranslation_last_translated_by', '{now}'),
(166, 'wagtail_localize', '0009_stringtranslation_errors', '{now}'),
(167, 'wagtail_localize', '0010_overridablesegment', '{now}'),
(168, 'wagtail_localize', '0011_segmentoverride', '{now}'),
(169, 'wagtail_localize', '0012_localesynchronization', '{now}'),
(170, 'wagtail_localize', '0013_translationsource_schema_version', '{now}'),
(171, 'wagtail_localize', '0014_remove_translation_source_last_updated_at', '{now}'),
(172, 'wagtail_localize', '0015_translationcontext_field_path', '{now}'),
(173, 'wagtail_localize', '0016_rename_page_revision_translationlog_revision', '{now}'),
(174, 'services', '0001_initial', '{now}'),
(175, 'home', '0001_initial', '{now}'),
(176, 'home', '0002_search_entry', '{now}'),
(177, 'home', '0003_information_site', '{now}'),
(178, 'home', '0004_strings_held_to_rules', '{now}'),
(179, 'home', '0005_withdrawn', '{now}'),
(180, 'home', '0006_an_unclear_address', '{now}'),
(181, 'home', '0007_names_of_the_roots', '{now}'),
(182, 'home', '0008_names_in_web_addresses', '{now}'),
(183, 'home', '0009_documents_in_text', '{now}'),
(184, 'home', '0010_aliases_use_nothing', '{now}'),
(185, 'home', '0011_closed_to_all_but_staff', '{now}'),
(186, 'home', '0012_pictures_tell_no_place', '{now}'),
(187, 'home', '0013_documents_that_readers_do_not_get', '{now}'),
(188, 'home', '0014_source_version', '{now}'),
(189, 'mail', '0001_staff_mail', '{now}'),
(190, 'otp_static', '0001_initial', '{now}'),
(191, 'otp_static', '0002_throttling', '{now}'),
(192, 'otp_static', '0003_add_timestamps', '{now}'),
(193, 'otp_totp', '0001_initial', '{now}'),
(194, 'otp_totp', '0002_auto_20190420_0723', '{now}'),
(195, 'otp_totp', '0003_add_timestamps', '{now}'),
(196, 'questions', '0001_initial', '{now}'),
(197, 'privacy', '0001_initial', '{now}'),
(198, 'privacy', '0002_initial', '{now}'),
(199, 'privacy', '0003_rightschange', '{now}'),
(200, 'privacy', '0004_rights_in_words', '{now}'),
(201, 'privacy', '0005_searches', '{now}'),
(202, 'services', '0002_information_site', '{now}'),
(203, 'services', '0003_names_in_web_addresses', '{now}'),
(204, 'services', '0004_documents_in_text', '{now}'),
(205, 'services', '0005_rejected_closure', '{now}'),
(206, 'services', '0006_calendars_without_seals', '{now}'),
(207, 'services', '0007_drawing_of_a_theme', '{now}'),
(208, 'reachability', '0001_initial', '{now}'),
(209, 'reachability', '0002_append_only', '{now}'),
(210, 'reachability', '0003_append_only_everywhere', '{now}'),
(211, 'reachability', '0004_real_answer', '{now}'),
(212, 'reachability', '0005_corrections', '{now}'),
(213, 'questions', '0002_colleague_last_seen', '{now}'),
(214, 'questions', '0003_danger', '{now}'),
(215, 'questions', '0004_unconfirmed', '{now}'),
(216, 'questions', '0005_sent_once', '{now}'),
(217, 'questions', '0006_names_in_web_addresses', '{now}'),
(218, 'questions', '0007_sent_form', '{now}'),
(219, 'questions', '0008_the_desk', '{now}'),
(220, 'questions', '0009_waiting_since', '{now}'),
(221, 'questions', '0010_message_seen', '{now}'),
(222, 'questions', '0011_planned_questions', '{now}'),
(223, 'questions', '0012_no_index_of_questions', '{now}'),
(224, 'reachability', '0006_why_a_theme', '{now}'),
(225, 'sessions', '0001_initial', '{now}'),
(226, 'taggit', '0002_auto_20150616_2121', '{now}'),
(227, 'taggit', '0003_taggeditem_add_unique_index', '{now}'),
(228, 'taggit', '0004_alter_taggeditem_content_type_alter_taggeditem_tag', '{now}'),
(229, 'taggit', '0005_auto_20220424_2025', '{now}'),
(230, 'taggit', '0006_rename_taggeditem_content_type_object_id_taggit_tagg_content_8fc721_idx', '{now}'),
(231, 'wagtailadmin', '0002_admin', '{now}'),
(232, 'wagtailadmin', '0003_admin_managed', '{now}'),
(233, 'wagtailadmin', '0004_editingsession', '{now}'),
(234, 'wagtailadmin', '0005_editingsession_is_editing', '{now}'),
(235, 'wagtailadmin', '0006_formstate', '{now}'),
(236, 'wagtaildocs', '0001_initial', '{now}'),
(237, 'wagtaildocs', '0002_initial_data', '{now}'),
(238, 'wagtaildocs', '0003_add_verbose_names', '{now}'),
(239, 'wagtaildocs', '0004_capitalizeverbose', '{now}'),
(240, 'wagtaildocs', '0005_document_collection', '{now}'),
(241, 'wagtaildocs', '0006_copy_document_permissions_to_collections', '{now}'),
(242, 'wagtaildocs', '0005_alter_uploaded_by_user_on_delete_action', '{now}'),
(243, 'wagtaildocs', '0007_merge', '{now}'),
(244, 'wagtaildocs', '0008_document_file_size', '{now}'),
(245, 'wagtaildocs', '0009_document_verbose_name_plural', '{now}'),
(246, 'wagtaildocs', '0010_document_file_hash', '{now}'),
(247, 'wagtaildocs', '0011_add_choose_permissions', '{now}'),
(248, 'wagtaildocs', '0012_uploadeddocument', '{now}'),
(249, 'wagtaildocs', '0013_delete_uploadeddocument', '{now}'),
(250, 'wagtaildocs', '0014_alter_document_file_size', '{now}'),
(251, 'wagtailredirects', '0001_initial', '{now}'),
(252, 'wagtailredirects', '0002_add_verbose_names', '{now}'),
(253, 'wagtailredirects', '0003_make_site_field_editable', '{now}'),
(254, 'wagtailredirects', '0004_set_unique_on_path_and_site', '{now}'),
(255, 'wagtailredirects', '0005_capitalizeverbose', '{now}'),
(256, 'wagtailredirects', '0006_redirect_increase_max_length', '{now}'),
(257, 'wagtailredirects', '0007_add_autocreate_fields', '{now}'),
(258, 'wagtailredirects', '0008_add_verbose_name_plural', '{now}'),
(259, 'wagtailsearch', '0001_initial', '{now}'),
(260, 'wagtailsearch', '0002_add_verbose_names', '{now}'),
(261, 'wagtailsearch', '0003_remove_editors_pick', '{now}'),
(262, 'wagtailsearch', '0004_querydailyhits_verbose_name_plural', '{now}'),
(263, 'wagtailsearch', '0005_create_indexentry', '{now}'),
(264, 'wagtailsearch', '0006_customise_indexentry', '{now}'),
(265, 'wagtailsearch', '0007_delete_editorspick', '{now}'),
(266, 'wagtailsearch', '0008_remove_query_and_querydailyhits_models', '{now}'),
(267, 'wagtailsearch', '0009_remove_ngram_autocomplete', '{now}'),
(268, 'wagtailsearch', '0010_add_text_fields', '{now}'),
(269, 'wagtailusers', '0001_initial', '{now}'),
(270, 'wagtailusers', '0002_add_verbose_name_on_userprofile', '{now}'),
(271, 'wagtailusers', '0003_add_verbose_names', '{now}'),
(272, 'wagtailusers', '0004_capitalizeverbose', '{now}'),
(273, 'wagtailusers', '0005_make_related_name_wagtail_specific', '{now}'),
(274, 'wagtailusers', '0006_userprofile_prefered_language', '{now}'),
(275, 'wagtailusers', '0007_userprofile_current_time_zone', '{now}'),
(276, 'wagtailusers', '0008_userprofile_avatar', '{now}'),
(277, 'wagtailusers', '0009_userprofile_verbose_name_plural', '{now}'),
(278, 'wagtailusers', '0010_userprofile_updated_comments_notifications', '{now}'),
(279, 'wagtailusers', '0011_userprofile_dismissibles', '{now}'),
(280, 'wagtailusers', '0012_userprofile_theme', '{now}'),
(281, 'wagtailusers', '0013_userprofile_density', '{now}'),
(282, 'wagtailusers', '0014_userprofile_contrast', '{now}'),
(283, 'wagtailusers', '0015_userprofile_keyboard_shortcuts', '{now}'),
(284, 'wagtailimages', '0001_squashed_0021', '{now}'),
(285, 'wagtailcore', '0001_squashed_0016_change_page_url_path_to_text_field', '{now}'),
(286, 'django_otp_webauthn', '0001_squashed_0003_webauthncredential_hash_binary_to_hex', '{now}');

INSERT INTO "wagtailcore_collection" ("id", "path", "depth", "numchild", "name") VALUES
(1, '0001', 1, 0, 'Algemeen');

INSERT INTO "wagtailcore_groupapprovaltask" ("task_ptr_id") VALUES
(1);

INSERT INTO "wagtailcore_groupapprovaltask_groups" ("id", "groupapprovaltask_id", "group_id") VALUES
(1, 1, 1);

INSERT INTO "wagtailcore_groupcollectionpermission" ("id", "collection_id", "group_id", "permission_id") VALUES
(1, 1, 2, 105),
(2, 1, 1, 105),
(3, 1, 2, 106),
(4, 1, 1, 106),
(5, 1, 2, 109),
(6, 1, 1, 109),
(7, 1, 2, 111),
(8, 1, 1, 111),
(9, 1, 2, 112),
(10, 1, 1, 112),
(11, 1, 2, 114),
(12, 1, 1, 114);

INSERT INTO "wagtailcore_grouppagepermission" ("id", "group_id", "page_id", "permission_id") VALUES
(1, 1, 1, 65),
(2, 1, 1, 66),
(3, 1, 1, 71),
(4, 2, 1, 65),
(5, 2, 1, 66),
(6, 1, 1, 70),
(7, 1, 1, 72);

INSERT INTO "wagtailcore_locale" ("id", "language_code") VALUES
(1, 'nl');

INSERT INTO "wagtailcore_page" ("id", "path", "depth", "numchild", "title", "slug", "live", "has_unpublished_changes", "url_path", "seo_title", "show_in_menus", "search_description", "go_live_at", "expire_at", "expired", "content_type_id", "owner_id", "locked", "latest_revision_created_at", "first_published_at", "live_revision_id", "last_published_at", "draft_title", "locked_at", "locked_by_id", "locale_id", "translation_key", "alias_of_id", "latest_revision_id") VALUES
(1, '0001', 1, 1, 'Website', 'root', 1, 0, '/', '', 0, '', NULL, NULL, 0, 1, NULL, 0, NULL, NULL, NULL, NULL, 'Website', NULL, NULL, 1, '{uuid 1}', NULL, NULL),
(2, '00010001', 2, 0, 'Welcome to your new Wagtail site!', 'home', 1, 0, '/home/', '', 0, '', NULL, NULL, 0, 1, NULL, 0, NULL, NULL, NULL, NULL, 'Welcome to your new Wagtail site!', NULL, NULL, 1, '{uuid 2}', NULL, NULL);

INSERT INTO "wagtailcore_site" ("id", "hostname", "port", "is_default_site", "root_page_id", "site_name") VALUES
(1, 'localhost', 80, 1, 2, '');

INSERT INTO "wagtailcore_task" ("id", "name", "active", "content_type_id") VALUES
(1, 'Moderators approval', 1, 2);

INSERT INTO "wagtailcore_workflow" ("id", "name", "active") VALUES
(1, 'Moderators approval', 1);

INSERT INTO "wagtailcore_workflowpage" ("page_id", "workflow_id") VALUES
(1, 1);

INSERT INTO "wagtailcore_workflowtask" ("id", "sort_order", "task_id", "workflow_id") VALUES
(1, 0, 1, 1);

DELETE FROM sqlite_sequence;

INSERT INTO sqlite_sequence (name, seq) VALUES
('auth_group', 2),
('auth_group_permissions', 20),
('auth_permission', 576),
('auth_user', 0),
('axes_accessattempt', 0),
('axes_accesslog', 0),
('django_content_type', 144),
('django_migrations', 286),
('feedback_remark', 0),
('home_brokenlink', 0),
('home_municipality', 0),
('otp_static_staticdevice', 0),
('otp_totp_totpdevice', 0),
('privacy_questionkey', 0),
('questions_callattempt', 0),
('questions_cannedanswer', 0),
('questions_dangerjudgement', 0),
('questions_draft', 0),
('questions_formalmatter', 0),
('questions_gap', 0),
('questions_heldanswer', 0),
('questions_historyentry', 0),
('questions_looking', 0),
('questions_machinetranslation', 0),
('questions_message', 0),
('questions_note', 0),
('questions_onetimenumber', 0),
('questions_outcome', 0),
('questions_question', 0),
('questions_savedview', 0),
('questions_secondcode', 0),
('questions_worry', 0),
('reachability_correction', 0),
('reachability_wait', 0),
('services_audience', 0),
('services_calendarexception', 0),
('services_calendarexceptioninterval', 0),
('services_calendarinterval', 0),
('services_calendarversion', 0),
('services_condition', 0),
('services_fact', 0),
('services_openallthesame', 0),
('services_organisation', 0),
('services_postcode', 0),
('services_service', 0),
('services_theme', 0),
('taggit_tag', 0),
('taggit_taggeditem', 0),
('wagtail_localize_stringtranslation', 0),
('wagtail_localize_translation', 0),
('wagtail_localize_translationcontext', 0),
('wagtail_localize_translationlog', 0),
('wagtail_localize_translationsource', 0),
('wagtailadmin_editingsession', 0),
('wagtailcore_collection', 1),
('wagtailcore_comment', 0),
('wagtailcore_groupapprovaltask_groups', 1),
('wagtailcore_groupcollectionpermission', 12),
('wagtailcore_grouppagepermission', 7),
('wagtailcore_locale', 1),
('wagtailcore_modellogentry', 0),
('wagtailcore_page', 2),
('wagtailcore_pagelogentry', 0),
('wagtailcore_pageviewrestriction', 0),
('wagtailcore_revision', 0),
('wagtailcore_site', 1),
('wagtailcore_task', 1),
('wagtailcore_taskstate', 0),
('wagtailcore_workflow', 1),
('wagtailcore_workflowstate', 0),
('wagtailcore_workflowtask', 1),
('wagtaildocs_document', 0),
('wagtailimages_image', 0),
('wagtailimages_rendition', 0),
('wagtailredirects_redirect', 0),
('wagtailsearch_indexentry', 0),
('wagtailusers_userprofile', 0);
