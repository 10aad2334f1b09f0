// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "parser/base/error.h"
#include "parser/config/httpclientconfig.h"

#include <QString>
#include <QStringList>
#include <QUrl>

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace sightglass {

enum class AddressOf : std::uint8_t
{
    Alertmanager,
    Webhook ///< its path is what lets one in: a chat's address is a secret
};

/// Where alerts are sent to. User, password, query and, of a webhook, the path may be secrets: an address
/// that has any of them is in two parts, and only the first is ever written down or shown. A value.
struct SenderAddress
{
    QUrl url; ///< without all that may be a secret; http or https, with a host, never with a fragment
    Secret whole = {}; ///< the whole address; none at all where `url` is it

    friend bool operator==(const SenderAddress &, const SenderAddress &) = default;
};

/// What was typed: secrets are a text, which is for this session. Nothing where it is no web address, or too
/// long to be one.
[[nodiscard]] std::optional<SenderAddress> senderAddress(const QString &typed, AddressOf kind);

/// As they are shown, in the same order: "***" is what is kept elsewhere, "***2" the second of those that
/// would look the same.
[[nodiscard]] QStringList shownAddresses(const std::vector<SenderAddress> &addresses, AddressOf kind);

/// Whether a text holds what shownAddresses() writes for a secret.
[[nodiscard]] bool hasMask(const QString &text);

/// What was typed as an address, usable or not, for messages: nothing behind the host but that there is more.
[[nodiscard]] QString maskedSender(const QString &typed);

/// As settings hold it: the first part and the key of the second. A text for one session leaves a mark that
/// there was more.
[[nodiscard]] QString savedAddress(const SenderAddress &address);
/// Reads that, and whole addresses. Keys of other secrets than these are not taken.
[[nodiscard]] std::optional<SenderAddress> readSavedAddress(const QString &saved, AddressOf kind);

/// Whether the second part was for a session that is over: it is to be typed again.
[[nodiscard]] bool isLost(const SenderAddress &address);
/// Why nothing can be sent to a lost address.
[[nodiscard]] Error lostError(const SenderAddress &address);

/// A key for the store that no secret had before.
[[nodiscard]] std::string newSenderKey();
/// The keys that addresses refer to.
[[nodiscard]] std::set<std::string> senderKeys(const std::vector<SenderAddress> &addresses);

/// An error of sending there, without what of the address another's words repeat.
[[nodiscard]] Error withoutSecrets(Error error, const QUrl &whole);

} // namespace sightglass
