// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringView>

namespace sightglass {

/// Whether what stands under this name is likely a secret: token, api_key, password, X-Signature … Names are
/// read without their case and their separators. Used of parameters in URLs, of headers and of options of
/// commands.
[[nodiscard]] bool isSecretParameter(QStringView name);

/// The query of a URL as it was typed or encoded, with the values of secret parameters as "***".
[[nodiscard]] QString maskedQuery(const QString &query);

/// An address as it was typed, usable or not, for messages: what may be a password is "***". That is all
/// between the first colon behind the scheme and the last @, wherever that is, for a mistyped password may
/// hold any character; where there is no such colon, all before the @, which is a token as often as a name.
/// Secrets of its query are masked as maskedQuery() does.
[[nodiscard]] QString maskedAddress(const QString &typed);

} // namespace sightglass
