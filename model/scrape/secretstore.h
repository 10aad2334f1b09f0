// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "parser/base/result.h"

#include <functional>
#include <string>

class QObject;

namespace sightglass {

/// Where secrets lie that no settings file may hold: the desktop's own store, for all but tests. May be
/// called from any thread. Callbacks come on the thread of their `context`, from its event loop and never
/// from within the call; none comes once the context is gone.
class SecretStore
{
public:
    using Read = std::function<void(Result<std::string>)>;
    using Written = std::function<void(Status)>;

    virtual ~SecretStore() = default;

    /// FileUnreadable, with the key and the reason, where there is no such secret, no store, or no leave to
    /// read.
    virtual void read(const std::string &key, QObject *context, Read done) = 0;
    /// Unsupported, with the reason, where it cannot be kept: it is nowhere then.
    virtual void write(const std::string &key, const std::string &secret, QObject *context, Written done) = 0;
    /// Done also where there was none.
    virtual void remove(const std::string &key, QObject *context, Written done) = 0;
};

} // namespace sightglass
