// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/scrape/secretcache.h"

#include "tests/model/scrape/fakesecretstore.h"
#include "tests/support/testcase.h"

#include <QTest>
#include <QThread>

#include <atomic>
#include <functional>
#include <optional>

namespace {

using namespace sightglass;

class SecretCacheTest : public test::TestCase
{
    Q_OBJECT

private:
    static constexpr const char *key = "a target password";

    /// What a read comes to; "error" for any error.
    static QString answer(SecretStore &store)
    {
        QObject context;
        std::optional<QString> text;
        store.read(key, &context, [&text](const Result<std::string> &secret) {
            text = secret ? QString::fromStdString(*secret) : QStringLiteral("error");
        });
        const bool within = text.has_value();
        (void)QTest::qWaitFor([&text] { return text.has_value(); });
        return within ? QStringLiteral("answered within the call") : text.value_or(QString());
    }
    static bool finish(const std::function<void(QObject *, SecretStore::Written)> &ask)
    {
        QObject context;
        bool done = false;
        ask(&context, [&done](const Status &) { done = true; });
        return QTest::qWaitFor([&done] { return done; });
    }

private Q_SLOTS:
    void theStoreIsAskedOnce()
    {
        test::FakeSecretStore store(key, "hunter2");
        SecretCache cache(store);
        for (int i = 0; i < 3; ++i)
            QCOMPARE(answer(cache), QStringLiteral("hunter2"));
        QCOMPARE(store.reads(), 1);
    }

    void failuresAreNotKept()
    {
        test::FakeSecretStore store;
        SecretCache cache(store);
        QCOMPARE(answer(cache), QStringLiteral("error"));
        QObject context;
        store.write(key, "late", &context, [](const Status &) {}); // somebody opened the store
        QCOMPARE(answer(cache), QStringLiteral("late"));
        QCOMPARE(store.reads(), 2);
    }

    void whatIsWrittenOrRemovedIsAskedForAnew()
    {
        test::FakeSecretStore store(key, "old");
        SecretCache cache(store);
        QCOMPARE(answer(cache), QStringLiteral("old"));
        QVERIFY(finish([&](QObject *context, SecretStore::Written done) {
            cache.write(key, "new", context, std::move(done));
        }));
        QCOMPARE(answer(cache), QStringLiteral("new"));
        QVERIFY(finish([&](QObject *context, SecretStore::Written done) {
            cache.remove(key, context, std::move(done));
        }));
        QCOMPARE(answer(cache), QStringLiteral("error"));
    }

    /// The answer to a question asked before a change comes after it, and is not taken for the new secret.
    void anAnswerFromBeforeAChangeIsNotKept()
    {
        test::FakeSecretStore store(key, "old");
        SecretCache cache(store);
        QObject context;
        QStringList answers;
        cache.read(key, &context, [&answers](const Result<std::string> &secret) {
            answers << QString::fromStdString(*secret);
        });
        cache.write(key, "new", &context, [](const Status &) {});
        QTRY_COMPARE(answers, QStringList{QStringLiteral("old")});
        QCOMPARE(answer(cache), QStringLiteral("new"));
    }

    void nobodyIsCalledWhoIsGone()
    {
        test::FakeSecretStore store(key, "hunter2");
        SecretCache cache(store);
        QCOMPARE(answer(cache), QStringLiteral("hunter2"));
        bool called = false;
        {
            QObject gone;
            cache.read(key, &gone, [&called](const Result<std::string> &) { called = true; });
        }
        QCOMPARE(answer(cache), QStringLiteral("hunter2"));
        QVERIFY(!called);
    }

    void answersComeOnTheThreadThatAsked()
    {
        test::FakeSecretStore store(key, "hunter2");
        SecretCache cache(store);
        QCOMPARE(answer(cache), QStringLiteral("hunter2"));
        QThread thread;
        QObject context;
        context.moveToThread(&thread);
        thread.start();
        std::atomic<QThread *> answeredOn = nullptr;
        cache.read(key, &context,
                   [&answeredOn](const Result<std::string> &) { answeredOn = QThread::currentThread(); });
        QTRY_COMPARE(answeredOn.load(), &thread);
        thread.quit();
        QVERIFY(thread.wait());
    }
};

} // namespace

SIGHTGLASS_TEST(SecretCacheTest)
#include "secretcachetest.moc"
