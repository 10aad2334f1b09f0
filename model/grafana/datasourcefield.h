// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace sightglass::grafana {

/// The type that all queries answered here have.
inline constexpr std::string_view prometheusType = "prometheus";

/// Each query says its own.
inline constexpr std::string_view mixedSource = "-- Mixed --";

/// {type: prometheus, uid}: the uid is kept, whichever it is, because there is one store here.
template<typename Io>
void describeDatasource(Io &io, std::string &uid)
{
    if (Io::writing && uid.empty())
        return;
    std::string type(uid == mixedSource ? std::string_view("datasource") : prometheusType);
    io.object("datasource", [&](auto &in) {
        in.field("type", type, std::string());
        in.field("uid", uid, std::string());
        // Of a source without a uid nothing is written.
        if constexpr (Io::reading) {
            if (uid.empty())
                in.keep("type");
        }
    });
}

} // namespace sightglass::grafana
