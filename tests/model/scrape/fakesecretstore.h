// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/scrape/secretstore.h"

#include <QObject>

#include <limits>
#include <map>
#include <mutex>
#include <string>
#include <utility>

namespace sightglass::test {

/// A secret store in memory. Any thread, as a real one.
class FakeSecretStore final : public SecretStore
{
public:
    FakeSecretStore() = default;
    FakeSecretStore(std::string key, std::string secret)
        : m_secrets{{std::move(key), std::move(secret)}}
    {}

    void read(const std::string &key, QObject *context, Read done) override
    {
        const std::lock_guard lock(m_mutex);
        ++m_reads;
        const auto found = m_secrets.find(key);
        if (found == m_secrets.end())
            later(context, [done, key] {
                done(Error{ErrorCode::FileUnreadable,
                           {"the secret " + key, "the secret store holds no such secret"},
                           {},
                           {}});
            });
        else
            later(context, [done, secret = found->second] { done(secret); });
    }
    void write(const std::string &key, const std::string &secret, QObject *context, Written done) override
    {
        const std::lock_guard lock(m_mutex);
        if (++m_writes > m_writesTaken) {
            later(context, [done] {
                done(Error{ErrorCode::Unsupported, {"no secret store is running"}, {}, {}});
            });
            return;
        }
        m_secrets[key] = secret;
        later(context, [done] { done(Done{}); });
    }
    void remove(const std::string &key, QObject *context, Written done) override
    {
        const std::lock_guard lock(m_mutex);
        m_secrets.erase(key);
        later(context, [done] { done(Done{}); });
    }

    [[nodiscard]] int reads() const
    {
        const std::lock_guard lock(m_mutex);
        return m_reads;
    }
    [[nodiscard]] std::map<std::string, std::string> secrets() const
    {
        const std::lock_guard lock(m_mutex);
        return m_secrets;
    }
    /// Only so many more secrets are kept.
    void takeOnly(int writes)
    {
        const std::lock_guard lock(m_mutex);
        m_writesTaken = m_writes + writes;
    }

private:
    template<typename Call>
    static void later(QObject *context, Call call)
    {
        QMetaObject::invokeMethod(context, std::move(call), Qt::QueuedConnection);
    }

    mutable std::mutex m_mutex;
    std::map<std::string, std::string> m_secrets;
    int m_reads = 0;
    int m_writes = 0;
    int m_writesTaken = std::numeric_limits<int>::max();
};

} // namespace sightglass::test
