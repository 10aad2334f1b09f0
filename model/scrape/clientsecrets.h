// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "parser/config/httpclientconfig.h"

#include <QString>
#include <QUrl>

#include <functional>
#include <set>
#include <string>

namespace sightglass {

/// Calls for each place of a client's configuration where a secret can be, empty ones included, with a name
/// that stays the same: "password", "header.X-Token.0".
void visitSecrets(HttpClientConfig &client,
                  const std::function<void(const std::string &field, Secret &secret)> &visit);
void visitSecrets(const HttpClientConfig &client,
                  const std::function<void(const std::string &field, const Secret &secret)> &visit);

/// Under which key the secret store has a secret of a target.
[[nodiscard]] std::string secretKeyOf(const QString &targetId, const std::string &field);

/// A key that begins like that, and that no secret had before.
[[nodiscard]] std::string newSecretKey(const QString &targetId, const std::string &field);

/// Whether the store has nothing under a key, for it was made in the place of a text that was for one session
/// (see withoutSecretTexts()).
[[nodiscard]] bool isKeyOfPastSession(const std::string &key);

/// All keys that a client's configuration refers to.
[[nodiscard]] std::set<std::string> secretKeys(const HttpClientConfig &client);

/// Takes the values of parameters that are likely secrets (see isSecretParameter()) out of an address and
/// puts them behind the client's as texts. A command in which maskedCommand() hides something becomes the
/// masked one, and the client's kept command (see keptCommand()) the whole one.
void takeSecretParameters(QUrl &url, HttpClientConfig &client);

/// The command of a Command target whose address shows it masked; null: the address is the command.
[[nodiscard]] const Secret *keptCommand(const HttpClientConfig &client);

/// Makes that what keptCommand() is.
void keepCommand(HttpClientConfig &client, Secret command);

/// Texts become the keys under which they would be in the store: what may be written down. Where a secret was
/// for one session only, asking for it then says that the store holds none. Passwords in URLs of proxies
/// become the proxies' passwords; those in URLs for tokens go.
[[nodiscard]] HttpClientConfig withoutSecretTexts(HttpClientConfig client, const QString &targetId);

} // namespace sightglass
