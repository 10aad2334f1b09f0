// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/senders/senderaddress.h"

#include "model/scrape/targetaddress.h"

#include <QHash>
#include <QRegularExpression>
#include <QUuid>

#include <algorithm>
#include <utility>
#include <variant>

namespace sightglass {

namespace {

constexpr qsizetype longestAddress = 4096;
constexpr qsizetype tellingLength = 6; ///< so many characters of a secret in a row are no chance
constexpr qsizetype leastSecret = 3;   ///< what is shorter keeps nobody out
const QLatin1String mask("***");
const QLatin1String pastSession("session-only");
constexpr std::string_view keyBegins = "address of alert sender ";

bool isBarePath(const QUrl &url)
{
    return url.path().isEmpty() || url.path() == QLatin1String("/");
}

/// Upper and lower case, percent signs and what JSON escapes look alike.
QString comparable(const QString &text)
{
    return QUrl::fromPercentEncoding(text.toUtf8()).remove(QLatin1Char('\\')).toLower();
}

QStringList secretParts(const QUrl &whole)
{
    static const QRegularExpression between(QStringLiteral("[/?&=:;@]"));
    const QString user = whole.userInfo(QUrl::FullyEncoded);
    const QString rest = whole.path(QUrl::FullyEncoded) + QLatin1Char('?') + whole.query(QUrl::FullyEncoded);
    QStringList parts;
    for (const QString &part : (user + QLatin1Char('/') + rest).split(between, Qt::SkipEmptyParts))
        parts << comparable(part);
    return parts;
}

/// A cut may have left the beginning of a secret only: any run of its characters tells.
bool tells(const QString &text, const QStringList &secrets, qsizetype leastLength)
{
    const QString said = comparable(text);
    for (const QString &secret : secrets) {
        if (secret.size() < leastLength)
            continue;
        const qsizetype length = std::min(secret.size(), tellingLength);
        for (qsizetype at = 0; at + length <= secret.size(); ++at) {
            if (said.contains(QStringView(secret).mid(at, length)))
                return true;
        }
    }
    return false;
}

QString shownAddress(const SenderAddress &address, AddressOf kind, int number)
{
    if (std::holds_alternative<std::monostate>(address.whole))
        return displayUrl(address.url);
    const QString hidden = number == 1 ? QString(mask) : mask + QString::number(number);
    QUrl shown = address.url;
    if (kind == AddressOf::Webhook)
        shown.setPath(QLatin1Char('/') + hidden);
    else
        shown.setUserName(hidden);
    return shown.toString(QUrl::PrettyDecoded);
}

} // namespace

std::optional<SenderAddress> senderAddress(const QString &typed, AddressOf kind)
{
    QUrl url(typed.trimmed(), QUrl::StrictMode);
    const bool isWeb = url.scheme() == QLatin1String("https") || url.scheme() == QLatin1String("http");
    if (typed.size() > longestAddress || !url.isValid() || !isWeb || url.host().isEmpty())
        return std::nullopt;
    url.setFragment({});
    if (url.query().isEmpty())
        url.setQuery(QString());
    const bool isSecret =
        !url.userInfo().isEmpty() || url.hasQuery() || (kind == AddressOf::Webhook && !isBarePath(url));
    SenderAddress address{url.adjusted(QUrl::RemoveUserInfo | QUrl::RemoveQuery)};
    if (!isSecret)
        return address;
    if (kind == AddressOf::Webhook)
        address.url.setPath(QString());
    address.whole = SecretText{url.toEncoded().toStdString()};
    return address;
}

QStringList shownAddresses(const std::vector<SenderAddress> &addresses, AddressOf kind)
{
    QStringList shown;
    QHash<QString, int> numbers;
    for (const SenderAddress &address : addresses) {
        const bool isWhole = std::holds_alternative<std::monostate>(address.whole);
        shown << shownAddress(address, kind, isWhole ? 1 : ++numbers[address.url.toString()]);
    }
    return shown;
}

bool hasMask(const QString &text)
{
    return text.contains(mask);
}

QString maskedSender(const QString &typed)
{
    static const QRegularExpression scheme(QStringLiteral("^\\s*(?:[A-Za-z][A-Za-z0-9+.-]*:)?/*"));
    const qsizetype begin = scheme.match(typed).capturedLength();
    static const QRegularExpression behindHost(QStringLiteral("[^A-Za-z0-9.\\[\\]:_-]"));
    const qsizetype end = typed.indexOf(behindHost, begin);
    if (typed.indexOf(QLatin1Char('@'), begin) >= 0)
        return typed.left(begin) + mask;
    return end < 0 ? typed : typed.left(end) + QLatin1Char('/') + mask;
}

QString savedAddress(const SenderAddress &address)
{
    const QString url = address.url.toString(QUrl::FullyEncoded);
    if (std::holds_alternative<std::monostate>(address.whole))
        return url;
    const auto *key = std::get_if<SecretKey>(&address.whole);
    const bool isKept = key != nullptr && !key->key.empty();
    return url + QLatin1Char(' ') + (isKept ? QString::fromStdString(key->key) : QString(pastSession));
}

std::optional<SenderAddress> readSavedAddress(const QString &saved, AddressOf kind)
{
    const qsizetype space = saved.indexOf(QLatin1Char(' '));
    auto address = senderAddress(saved.left(space), kind);
    if (!address || space < 0)
        return address;
    const std::string key = saved.mid(space + 1).toStdString();
    address->whole = SecretKey{key.starts_with(keyBegins) ? key : std::string()};
    return address;
}

bool isLost(const SenderAddress &address)
{
    const auto *key = std::get_if<SecretKey>(&address.whole);
    return key != nullptr && key->key.empty();
}

Error lostError(const SenderAddress &address)
{
    return {ErrorCode::FileUnreadable,
            {"the whole address at " + address.url.host().toStdString(),
             "it was kept for one session only; type it again"},
            {},
            {}};
}

std::string newSenderKey()
{
    return std::string(keyBegins) + QUuid::createUuid().toString(QUuid::Id128).toStdString();
}

std::set<std::string> senderKeys(const std::vector<SenderAddress> &addresses)
{
    std::set<std::string> keys;
    for (const SenderAddress &address : addresses) {
        const auto *key = std::get_if<SecretKey>(&address.whole);
        if (key != nullptr && !key->key.empty())
            keys.insert(key->key);
    }
    return keys;
}

Error withoutSecrets(Error error, const QUrl &whole)
{
    const QStringList secrets = secretParts(whole);
    for (std::string &arg : error.arguments) {
        const QString text = QString::fromStdString(arg);
        if (error.code == ErrorCode::HttpStatus) {
            // The number is ours; what stands behind it the server said, who knows the address.
            const qsizetype space = text.indexOf(QLatin1Char(' '));
            if (space >= 0 && tells(text.mid(space), secrets, leastSecret))
                arg = text.left(space).toStdString();
        } else if (tells(text, secrets, tellingLength)) {
            arg = mask.latin1();
        }
    }
    return error;
}

} // namespace sightglass
