// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/scrape/clientsecrets.h"

#include "model/scrape/maskedaddress.h"
#include "model/scrape/maskedcommand.h"
#include "model/scrape/targetaddress.h"

#include <QStringList>
#include <QUrl>
#include <QUuid>

#include <algorithm>
#include <utility>
#include <variant>

namespace sightglass {

namespace {

/// Among the parameters: a command's address has no others.
constexpr std::string_view commandParameter = "command";

bool isCommand(const SecretParameter &parameter)
{
    return parameter.name == commandParameter;
}

template<typename Values, typename Visit>
void visitValues(const std::string &field, Values &values, const Visit &visit)
{
    std::size_t number = 0;
    for (auto &value : values)
        visit(field + '.' + std::to_string(number++), value);
}

template<typename Proxy, typename Visit>
void visitProxy(const std::string &prefix, Proxy &proxy, const Visit &visit)
{
    visit(prefix + "proxy.password", proxy.password);
    for (auto &[name, values] : proxy.connectHeaders)
        visitValues(prefix + "proxy.header." + name, values, visit);
}

template<typename Client, typename Visit>
void visitAll(Client &client, const Visit &visit)
{
    if (auto *basic = std::get_if<BasicAuth>(&client.authentication))
        visit("password", basic->password);
    if (auto *authorization = std::get_if<Authorization>(&client.authentication))
        visit("credentials", authorization->credentials);
    if (auto *oauth = std::get_if<OAuth2>(&client.authentication)) {
        visit("client_secret", oauth->clientSecret);
        visit("oauth2.tls.key", oauth->tls.key);
        visitProxy("oauth2.", oauth->proxy, visit);
    }
    visit("tls.key", client.tls.key);
    visitProxy("", client.proxy, visit);
    for (auto &header : client.headers)
        visitValues("header." + header.name, header.values, visit);
    for (auto &parameter : client.parameters)
        visit("parameter." + parameter.name, parameter.value);
}

/// Takes the password out of a URL.
std::string takePassword(std::string &text)
{
    QUrl url = QUrl::fromEncoded(QByteArray::fromStdString(text));
    if (!url.isValid()) {
        // Leads nowhere, and what was meant as a password cannot be told from the rest.
        text.erase(0, text.rfind('@') + 1);
        return {};
    }
    const std::string password = url.password(QUrl::FullyDecoded).toStdString();
    if (!url.password().isNull()) {
        url.setPassword(QString());
        text = url.toEncoded().toStdString();
    }
    return password;
}

void takePassword(ProxyConfig &proxy)
{
    const std::string password = takePassword(proxy.url);
    if (!password.empty() && std::holds_alternative<std::monostate>(proxy.password))
        proxy.password = SecretText{password};
}

} // namespace

void visitSecrets(HttpClientConfig &client,
                  const std::function<void(const std::string &field, Secret &secret)> &visit)
{
    visitAll(client, visit);
}

void visitSecrets(const HttpClientConfig &client,
                  const std::function<void(const std::string &field, const Secret &secret)> &visit)
{
    visitAll(client, visit);
}

std::string secretKeyOf(const QString &targetId, const std::string &field)
{
    return field + " of target " + targetId.toStdString();
}

std::string newSecretKey(const QString &targetId, const std::string &field)
{
    return secretKeyOf(targetId, field) + ' ' +
           QUuid::createUuid().toString(QUuid::Id128).left(8).toStdString();
}

bool isKeyOfPastSession(const std::string &key)
{
    static constexpr std::string_view before = " of target ";
    const std::size_t target = key.find(before);
    return target != std::string::npos && key.find(' ', target + before.size()) == std::string::npos;
}

std::set<std::string> secretKeys(const HttpClientConfig &client)
{
    std::set<std::string> keys;
    visitSecrets(client, [&keys](const std::string &, const Secret &secret) {
        if (const auto *key = std::get_if<SecretKey>(&secret))
            keys.insert(key->key);
    });
    return keys;
}

const Secret *keptCommand(const HttpClientConfig &client)
{
    const auto &all = client.parameters;
    const auto found = std::find_if(all.begin(), all.end(), isCommand);
    return found == all.end() ? nullptr : &found->value;
}

void keepCommand(HttpClientConfig &client, Secret command)
{
    std::erase_if(client.parameters, isCommand);
    client.parameters.push_back({std::string(commandParameter), std::move(command)});
}

void takeSecretParameters(QUrl &url, HttpClientConfig &client)
{
    if (targetKind(url) == TargetKind::Command) {
        const QString whole = url.path(QUrl::FullyDecoded);
        const MaskedCommand masked = maskedCommand(whole);
        if (masked.hidden.isEmpty())
            return;
        url.setPath(masked.text, QUrl::DecodedMode);
        keepCommand(client, SecretText{whole.toStdString()});
        return;
    }
    if (!url.hasQuery() || (url.scheme() != QLatin1String("http") && url.scheme() != QLatin1String("https")))
        return;
    QStringList left;
    for (const QString &part : url.query(QUrl::FullyEncoded).split(QLatin1Char('&'))) {
        const qsizetype equals = part.indexOf(QLatin1Char('='));
        const QString name = QUrl::fromPercentEncoding(part.left(equals).toLatin1());
        if (equals < 0 || equals + 1 == part.size() || !isSecretParameter(name)) {
            left << part;
            continue;
        }
        const QByteArray value = QByteArray::fromPercentEncoding(part.mid(equals + 1).toLatin1());
        client.parameters.push_back({name.toStdString(), SecretText{value.toStdString()}});
    }
    url.setQuery(left.isEmpty() ? QString() : left.join(QLatin1Char('&')));
}

HttpClientConfig withoutSecretTexts(HttpClientConfig client, const QString &targetId)
{
    takePassword(client.proxy);
    if (auto *oauth = std::get_if<OAuth2>(&client.authentication)) {
        takePassword(oauth->tokenUrl);
        takePassword(oauth->proxy);
    }
    visitSecrets(client, [&targetId](const std::string &field, Secret &secret) {
        if (std::holds_alternative<SecretText>(secret))
            secret = SecretKey{secretKeyOf(targetId, field)};
    });
    return client;
}

} // namespace sightglass
