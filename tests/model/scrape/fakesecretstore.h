// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/scrape/secretstore.h"

#include <QObject>

#include <map>
#include <string>
#include <utility>

namespace sightglass::test {

/// A secret store in memory. One thread.
class FakeSecretStore final : public SecretStore
{
public:
    FakeSecretStore() = default;
    FakeSecretStore(std::string key, std::string secret)
        : m_secrets{{std::move(key), std::move(secret)}}
    {}

    void read(const std::string &key, QObject *context, Read done) override
    {
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
        m_secrets[key] = secret;
        later(context, [done] { done(Done{}); });
    }
    void remove(const std::string &key, QObject *context, Written done) override
    {
        m_secrets.erase(key);
        later(context, [done] { done(Done{}); });
    }

    [[nodiscard]] int reads() const { return m_reads; }

private:
    template<typename Call>
    static void later(QObject *context, Call call)
    {
        QMetaObject::invokeMethod(context, std::move(call), Qt::QueuedConnection);
    }

    std::map<std::string, std::string> m_secrets;
    int m_reads = 0;
};

} // namespace sightglass::test
