// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/scrape/connectionsecrets.h"

#include "model/scrape/httprequest.h"

#include <QUrl>

#include <variant>

namespace sightglass {

namespace {

Secret textOrFile(const std::string &text, const std::string &file)
{
    if (!text.empty())
        return SecretText{text};
    if (!file.empty())
        return SecretFile{file};
    return {};
}

const std::string &take(std::span<const std::string> &texts)
{
    const std::string &first = texts.front();
    texts = texts.subspan(1);
    return first;
}

/// Go's net/http refuses to send such a header too.
Status append(http::HeaderFields &fields, const std::string &name, const std::string &value)
{
    if (!isFieldValue(value) || !isFieldValue(name) || name.find_first_of(": ") != std::string::npos)
        return Error{ErrorCode::Unsupported, {"invalid header field value for \"" + name + '"'}, {}, {}};
    fields.append(name, value);
    return Done{};
}

std::string withPassword(const std::string &proxyUrl, const std::string &password)
{
    QUrl url = QUrl::fromEncoded(QByteArray::fromStdString(proxyUrl));
    if (password.empty() || url.userName().isEmpty() || !url.password().isEmpty())
        return proxyUrl;
    url.setPassword(QString::fromStdString(password), QUrl::DecodedMode);
    return url.toEncoded().toStdString();
}

} // namespace

void listSecrets(const TlsConfig &tls, const ProxyConfig &proxy, std::vector<Secret> &secrets)
{
    secrets.push_back(textOrFile(tls.ca, tls.caFile));
    secrets.push_back(textOrFile(tls.certificate, tls.certificateFile));
    secrets.push_back(tls.key);
    secrets.push_back(proxy.password);
    for (const auto &[name, values] : proxy.connectHeaders)
        secrets.insert(secrets.end(), values.begin(), values.end());
}

void listSecrets(const HttpClientConfig &client, std::vector<Secret> &secrets)
{
    if (const auto *basic = std::get_if<BasicAuth>(&client.authentication)) {
        secrets.push_back(textOrFile(basic->username, basic->usernameFile));
        secrets.push_back(basic->password);
    } else if (const auto *authorization = std::get_if<Authorization>(&client.authentication)) {
        secrets.push_back(authorization->credentials);
    }
    for (const HttpHeader &header : client.headers)
        secrets.insert(secrets.end(), header.values.begin(), header.values.end());
    for (const SecretParameter &parameter : client.parameters)
        secrets.push_back(parameter.value);
}

std::string takeParameters(const HttpClientConfig &client, std::span<const std::string> &texts)
{
    const auto encoded = [](const std::string &text) {
        return QUrl::toPercentEncoding(QString::fromStdString(text)).toStdString();
    };
    std::string query;
    for (const SecretParameter &parameter : client.parameters)
        query += (query.empty() ? "" : "&") + encoded(parameter.name) + '=' + encoded(take(texts));
    return query;
}

Result<Route> takeRoute(const TlsConfig &tls, const ProxyConfig &proxy, std::span<const std::string> &texts)
{
    Route route{tls, {}, proxy, {}};
    route.material.ca = take(texts);
    route.material.certificate = take(texts);
    route.material.key = take(texts);
    route.proxy.url = withPassword(proxy.url, take(texts));
    for (const auto &[name, values] : proxy.connectHeaders) {
        for (std::size_t i = 0; i < values.size(); ++i) {
            if (const Status good = append(route.connectHeaders, name, take(texts)); !good)
                return good.error();
        }
    }
    return route;
}

Result<http::HeaderFields> takeHeaders(const HttpClientConfig &client, std::span<const std::string> &texts)
{
    http::HeaderFields fields;
    if (std::holds_alternative<BasicAuth>(client.authentication)) {
        const std::string &user = take(texts);
        fields.append("Authorization", basicCredentials(user, take(texts)));
    } else if (const auto *authorization = std::get_if<Authorization>(&client.authentication)) {
        const std::string value = authorization->type + ' ' + take(texts);
        if (const Status good = append(fields, "Authorization", value); !good)
            return good.error();
    }
    for (const HttpHeader &header : client.headers) {
        for (std::size_t i = 0; i < header.values.size(); ++i) {
            if (const Status good = append(fields, header.name, take(texts)); !good)
                return good.error();
        }
    }
    return fields;
}

} // namespace sightglass
