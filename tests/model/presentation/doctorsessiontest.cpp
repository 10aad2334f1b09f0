// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/presentation/doctorsession.h"

#include "model/scrape/systemclock.h"
#include "tests/support/testcase.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

namespace {

using namespace sightglass;

/// A session on targets that are files, and all that it tells.
class Told
{
public:
    Told()
        : workspace(std::make_shared<SystemClock>(), {})
        , session(&workspace)
        , refused(&session, &DoctorSession::textRefused)
        , sources(&session, &DoctorSession::sourcesChanged)
    {
        QObject::connect(&session, &DoctorSession::began, &session, [this](DoctorSession::Subject subject) {
            static constexpr const char *names[] = {"nothing", "target", "text"};
            began << QLatin1String(names[static_cast<int>(subject)]);
            approved = 0;
            body.clear();
        });
        QObject::connect(&session, &DoctorSession::examined, &session,
                         [this](const std::shared_ptr<const PageExamination> &examination) {
                             body = QString::fromStdString(examination->capture().body);
                             bodies << body;
                         });
        QObject::connect(&session, &DoctorSession::approvalsChanged, &session,
                         [this](const ApprovedFindings &findings) { approved = findings.size(); });
        QObject::connect(&session, &DoctorSession::noticeChanged, &session,
                         [this](const QString &text) { notice = text; });
    }

    QString addFile(const QString &path, const QByteArray &text)
    {
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(text) < 0)
            qFatal("no file to scrape");
        TargetConfig target;
        target.url = QUrl::fromLocalFile(path);
        target.intervalMs = minScrapeIntervalMs;
        return workspace.addTarget(target);
    }

    Workspace workspace;
    DoctorSession session;
    QSignalSpy refused;
    QSignalSpy sources;
    QStringList began;
    QString body;
    QStringList bodies; ///< of all examinations
    QString notice;
    std::size_t approved = 0;
};

class DoctorSessionTest : public test::TestCase
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    const FindingKey m_key{"missing-type", "a", ""};

private Q_SLOTS:
    void nothingIsToldBeforeItBegins()
    {
        Told told;
        told.addFile(m_folder.filePath(QStringLiteral("before")), "a 1\n");
        QVERIFY(told.began.isEmpty());
        QCOMPARE(told.sources.count(), 0);
        told.session.start();
        QCOMPARE(told.began, QStringList{QStringLiteral("target")});
        QCOMPARE(told.session.sources().size(), std::size_t{1});
    }

    void itBeginsWithTheFirstAndComesBackToIt()
    {
        Told told;
        told.session.setActive(true);
        told.session.start();
        QCOMPARE(told.began, QStringList{QStringLiteral("nothing")});
        const QString first = told.addFile(m_folder.filePath(QStringLiteral("first")), "first 1\n");
        const QString second = told.addFile(m_folder.filePath(QStringLiteral("second")), "second 1\n");
        QCOMPARE(told.session.current(), first);
        QTRY_COMPARE(told.body, QStringLiteral("first 1\n"));
        told.session.choose(QStringLiteral("unknown"));
        QCOMPARE(told.session.current(), first);
        told.session.choose(second);
        QTRY_COMPARE(told.body, QStringLiteral("second 1\n"));
        told.workspace.removeTarget(second);
        QCOMPARE(told.session.current(), first);
        told.workspace.removeTarget(first);
        QVERIFY(told.session.current().isEmpty());
        QCOMPARE(told.began.join(u' '), QStringLiteral("nothing target target target nothing"));
    }

    /// Who opens the doctor for no target in particular has one in mind that is down.
    void itBeginsWithTheOneThatIsDown()
    {
        Told told;
        const QString good = told.addFile(m_folder.filePath(QStringLiteral("good")), "good 1\n");
        const QString bad = told.addFile(m_folder.filePath(QStringLiteral("bad")), "bad x\n");
        QTRY_COMPARE(told.workspace.lastTick().targets.size(), std::size_t{2});
        QTRY_VERIFY(told.workspace.lastTick().targets[0].health == TargetHealth::Up &&
                    told.workspace.lastTick().targets[1].health == TargetHealth::Down);
        told.session.start();
        QCOMPARE(told.session.current(), bad);
        told.session.choose(good);
        told.session.chooseWorst(good);
        QCOMPARE(told.session.current(), bad);
        told.session.setActive(true);
        QTRY_VERIFY(told.session.sources()[1].isDown);
        QVERIFY(!told.session.sources()[0].isDown);
    }

    void sourcesOfOneNameHaveTheirAddress()
    {
        Told told;
        QDir(m_folder.path()).mkpath(QStringLiteral("a"));
        QDir(m_folder.path()).mkpath(QStringLiteral("b"));
        told.addFile(m_folder.filePath(QStringLiteral("a/page")), "a 1\n");
        told.addFile(m_folder.filePath(QStringLiteral("b/page")), "a 1\n");
        told.session.start();
        QCOMPARE(told.session.sources().size(), std::size_t{2});
        for (const DoctorSource &source : told.session.sources())
            QVERIFY2(source.name.endsWith(QStringLiteral(" · ") + source.address), qPrintable(source.name));
    }

    void anotherAddressBeginsAnew()
    {
        Told told;
        told.session.setActive(true);
        told.addFile(m_folder.filePath(QStringLiteral("here")), "here 1\n");
        QFile there(m_folder.filePath(QStringLiteral("there")));
        QVERIFY(there.open(QIODevice::WriteOnly));
        there.write("there 1\n");
        there.close();
        told.session.start();
        QTRY_COMPARE(told.body, QStringLiteral("here 1\n"));
        TargetConfig moved = told.workspace.targets().front();
        moved.url = QUrl::fromLocalFile(there.fileName());
        QVERIFY(told.workspace.updateTarget(moved));
        QCOMPARE(told.began.join(u' '), QStringLiteral("target target"));
        QVERIFY(told.body.isEmpty());
        // A tick that was on its way.
        CollectorTick late = told.workspace.lastTick();
        QVERIFY(late.watchedPage != nullptr);
        PageCapture page = *late.watchedPage;
        page.body = "late 1\n";
        late.watchedPage = std::make_shared<const PageCapture>(page);
        emit told.workspace.ticked(late);
        QTRY_COMPARE(told.body, QStringLiteral("there 1\n"));
        QVERIFY(!told.bodies.contains(QStringLiteral("late 1\n")));
    }

    void textsStandBesideTheTargets()
    {
        Told told;
        told.session.start();
        told.session.examineText(QStringLiteral("pasted 1\n"));
        QTRY_COMPARE(told.body, QStringLiteral("pasted 1\n"));
        const QString text = told.session.current();
        told.session.setApproved(m_key, true);
        QCOMPARE(told.approved, std::size_t{1});
        const QString target = told.addFile(m_folder.filePath(QStringLiteral("beside")), "a 1\n");
        QCOMPARE(told.session.current(), text);
        told.session.choose(target);
        QCOMPARE(told.approved, std::size_t{0});
        told.session.choose(text);
        QTRY_COMPARE(told.body, QStringLiteral("pasted 1\n"));
        QCOMPARE(told.approved, std::size_t{1});
        QCOMPARE(told.began.join(u' '), QStringLiteral("nothing text target text"));
    }

    void filesAreReadOrRefused()
    {
        Told told;
        told.session.start();
        const QString path = m_folder.filePath(QStringLiteral("page.prom"));
        told.addFile(path, "file 1\n");
        told.session.examineFile(path);
        QTRY_COMPARE(told.body, QStringLiteral("file 1\n"));
        QCOMPARE(told.session.sources().back().name, QStringLiteral("page.prom"));
        told.session.examineFile(m_folder.path());
        QTRY_COMPARE(told.refused.count(), 1);
        QVERIFY(told.refused.front().front().toString().contains(m_folder.path()));
    }

    void approvalsAreShownAtOnceAndKeptByAddress()
    {
        const QString approvals = m_folder.filePath(QStringLiteral("approvals"));
        const QString path = m_folder.filePath(QStringLiteral("approved"));
        {
            Told told;
            told.session.setApprovalFolder(approvals);
            told.addFile(path, "a 1\n");
            told.session.start();
            told.session.setApproved(m_key, true);
            told.session.setApproved({"missing-type", "b", ""}, true);
            QCOMPARE(told.approved, std::size_t{2});
            told.session.setApproved(m_key, false);
            QCOMPARE(told.approved, std::size_t{1});
        }
        Told again;
        again.session.setApprovalFolder(approvals);
        again.addFile(path, "a 1\n");
        again.session.start();
        QTRY_COMPARE(again.approved, std::size_t{1});
        QVERIFY(again.notice.isEmpty());
    }

    void whatCannotBeKeptIsTakenBackWithANotice()
    {
        const QString path = m_folder.filePath(QStringLiteral("unkept"));
        Told told;
        told.addFile(path, "a 1\n");
        told.session.setApprovalFolder(path); // a file, which can hold none
        told.session.start();
        told.session.setApproved(m_key, true);
        QCOMPARE(told.approved, std::size_t{1});
        QTRY_VERIFY(!told.notice.isEmpty());
        QCOMPARE(told.approved, std::size_t{0});
        QVERIFY2(told.notice.contains(path), qPrintable(told.notice));
    }
};

} // namespace

SIGHTGLASS_TEST(DoctorSessionTest)
#include "doctorsessiontest.moc"
