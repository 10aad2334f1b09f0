// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/api/apiparameters.h"

#include <cstdint>
#include <string>

namespace sightglass {

enum class ApiMethod : std::uint8_t
{
    Get, ///< and HEAD, whose body the listener leaves out
    Post,
    Options,
    Other
};

/// One request as the API sees it: read, bounded and authorised by the listener.
struct ApiRequest
{
    ApiMethod method = ApiMethod::Get;
    std::string path; ///< as in the request line, percent-encoded, without the query
    ApiParameters parameters;
    std::string accept = {}; ///< the header, which only /federate looks at
};

/// What it is answered with.
struct ApiResponse
{
    int code = 200;
    std::string contentType = "application/json";
    std::string body;
    std::string allow = {};    ///< for 405 and OPTIONS: the methods there are
    std::string location = {}; ///< for 301: the path to ask instead
};

} // namespace sightglass
