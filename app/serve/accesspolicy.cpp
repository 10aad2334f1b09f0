// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/serve/accesspolicy.h"

#include <QCryptographicHash>

#include <utility>

namespace sightglass {

namespace {

std::string hashOf(std::string_view text)
{
    return QCryptographicHash::hash(QByteArrayView(text.data(), static_cast<qsizetype>(text.size())),
                                    QCryptographicHash::Sha256)
        .toStdString();
}

/// Takes the same time wherever the two differ. Of hashes, which also hides how long the secret is.
bool equalInConstantTime(std::string_view a, std::string_view b)
{
    unsigned difference = a.size() == b.size() ? 0 : 1;
    for (std::size_t i = 0; i < a.size() && i < b.size(); ++i)
        difference |=
            static_cast<unsigned>(static_cast<unsigned char>(a[i]) ^ static_cast<unsigned char>(b[i]));
    return difference == 0;
}

} // namespace

AccessPolicy::AccessPolicy(const ListenAddress &address, std::string token)
    : m_knowsItsNames(address.isLoopback())
    , m_host(address.host.toString().toLower().toStdString())
    , m_tokenHash(token.empty() ? std::string() : hashOf(token))
{}

bool AccessPolicy::isOurHost(std::string_view authority) const
{
    const std::string host = hostOfAuthority(authority);
    return host == "localhost" || host == "127.0.0.1" || host == "::1" || host == m_host;
}

bool AccessPolicy::isOurOrigin(std::string_view origin, std::string_view host) const
{
    constexpr std::string_view scheme = "http://";
    if (!origin.starts_with(scheme))
        return false;
    const std::string_view authority = origin.substr(scheme.size());
    if (http::equalsIgnoringCase(authority, host))
        return true;
    // Of all our names on loopback it is the same page that asks.
    return m_knowsItsNames && isOurHost(authority) && isOurHost(host) &&
           portOfAuthority(authority) == portOfAuthority(host);
}

bool AccessPolicy::hasToken(std::string_view authorization) const
{
    constexpr std::string_view scheme = "Bearer ";
    if (!http::equalsIgnoringCase(authorization.substr(0, scheme.size()), scheme))
        return false;
    return equalInConstantTime(hashOf(http::trimmed(authorization.substr(scheme.size()))), m_tokenHash);
}

int AccessPolicy::refusal(const http::RequestHead &head, const RequestTarget &target) const
{
    const auto host = head.fields.find("Host");
    if (m_knowsItsNames) {
        // HTTP/1.0 has no Host; no browser speaks it.
        if (host && !isOurHost(*host))
            return 421;
        if (!target.authority.empty() && !isOurHost(target.authority))
            return 421;
    }
    const auto origin = head.fields.find("Origin");
    if (origin && !isOurOrigin(*origin, host.value_or(std::string_view())))
        return 403;
    if (!m_tokenHash.empty() &&
        (head.fields.count("Authorization") != 1 || !hasToken(head.fields.value("Authorization"))))
        return 401;
    return 0;
}

} // namespace sightglass
