// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/serve/listenaddress.h"
#include "app/serve/requesttarget.h"
#include "parser/http/messagehead.h"

#include <string>
#include <string_view>

namespace sightglass {

/// Who is answered at all.
class AccessPolicy
{
public:
    AccessPolicy(const ListenAddress &address, std::string token);

    /// 0 for a request that may go on, else the status it is refused with:
    /// 421 where its Host is none of ours. A page in a browser may make a name of its own point to 127.0.0.1
    ///     and then read from us as if we were its server (DNS rebinding); what it cannot change is the Host
    ///     it sends. Asked on loopback only, where we know all our names.
    /// 403 for a request that a page of another origin sends. On loopback localhost, 127.0.0.1 and [::1] are
    ///     one host, whichever of them the page was fetched from; its port must be the request's.
    /// 401 without the token.
    [[nodiscard]] int refusal(const http::RequestHead &head, const RequestTarget &target) const;

private:
    [[nodiscard]] bool isOurHost(std::string_view authority) const;
    [[nodiscard]] bool isOurOrigin(std::string_view origin, std::string_view host) const;
    [[nodiscard]] bool hasToken(std::string_view authorization) const;

    bool m_knowsItsNames;
    std::string m_host;
    std::string m_tokenHash;
};

} // namespace sightglass
