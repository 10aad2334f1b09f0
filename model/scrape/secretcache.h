// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/scrape/secretstore.h"

#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <string>

namespace sightglass {

/// A secret store that is asked once for each secret: what it answered is kept in memory, so that scrapes
/// need neither the store nor the thread that it lives on. That is right because a key keeps its secret (see
/// newSecretKey()): what is edited gets another key. What is written or removed here is asked for anew;
/// failures are not kept, because a locked store may be opened. Any thread.
class SecretCache final : public SecretStore
{
public:
    /// `store` outlives this.
    explicit SecretCache(SecretStore &store);
    ~SecretCache() override;

    void read(const std::string &key, QObject *context, Read done) override;
    void write(const std::string &key, const std::string &secret, QObject *context, Written done) override;
    void remove(const std::string &key, QObject *context, Written done) override;

private:
    /// What answers that are still on their way refer to, too.
    struct Memory
    {
        std::mutex mutex;
        std::map<std::string, std::string> secrets;
        std::uint64_t changes = 0; ///< what was asked before the last one may be outdated
    };

    void forget(const std::string &key);
    [[nodiscard]] Written thenForget(const std::string &key, Written done);

    SecretStore &m_store;
    std::shared_ptr<Memory> m_memory;
};

} // namespace sightglass
