// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/presentation/dashboarddocument.h"

#include "model/editing/dashboardediting.h"
#include "model/grafana/dashboardfile.h"
#include "model/presentation/edittext.h"
#include "tests/support/testcase.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

namespace sightglass {

namespace {

using Saving = DashboardDocument::Saving;
using Resolution = DashboardDocument::Resolution;

DashboardSpec onePanel(const char *title = "Load")
{
    DashboardSpec dashboard;
    dashboard.id = "load";
    dashboard.title = title;
    PanelSpec panel;
    panel.id = "1";
    panel.title = "CPU";
    panel.queries = {{"up", {}, false, "A"}};
    dashboard.panels = {panel};
    return dashboard;
}

QByteArray textOf(const DashboardSpec &dashboard)
{
    return QByteArray::fromStdString(writeDashboard(dashboard));
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("(none)");
}

void put(const QString &path, const QByteArray &content)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(content);
}

DashboardEdit renamed(const DashboardDocument &document, const char *title)
{
    PanelSpec panel = document.spec().panels.front();
    panel.title = title;
    return panelChanged(document.spec(), panel);
}

class DashboardDocumentTest : public test::TestCase
{
    Q_OBJECT

private slots:
    void init();
    void copiesGetAFileWhenTheyAreSaved();
    void copiesTakeNoNameThatIsThere();
    void stepsAreToldAndUndone();
    void savingWritesTheWholeFile();
    void whatSomebodyElseWroteIsNotWrittenOver();
    void theirsCanBeTakenAndThatUndone();
    void aChangeOnDiskIsTakenWhereNothingIsUnsaved();
    void ownWritesAreNoChange();
    void brokenFilesAreToldAndNotTaken();
    void aFileThatGoesIsWrittenAgain();
    void savingElsewhereMakesAnotherDashboard();
    void whatCannotBeWrittenSaysWhy();
    void revertCanBeUndone();
    void editTexts_data();
    void editTexts();

private:
    [[nodiscard]] QString path() const { return m_folder->filePath(QStringLiteral("load.json")); }
    /// A document whose file is there.
    [[nodiscard]] std::unique_ptr<DashboardDocument> saved() const
    {
        put(path(), textOf(onePanel()));
        return std::make_unique<DashboardDocument>(onePanel(), path(), textOf(onePanel()));
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void DashboardDocumentTest::init()
{
    TestCase::init();
    m_folder = std::make_unique<QTemporaryDir>();
}

void DashboardDocumentTest::copiesGetAFileWhenTheyAreSaved()
{
    const QString folder = m_folder->filePath(QStringLiteral("not/there/yet"));
    const auto document = DashboardDocument::copyOf(onePanel("Node load"), folder);
    QCOMPARE(document->path(), folder + QStringLiteral("/node-load.json"));
    QVERIFY(!document->hasFile());
    QVERIFY(!document->isDirty());
    document->apply(renamed(*document, "Load"));
    QVERIFY(document->isDirty());
    QVERIFY(!QDir(folder).exists());
    QVERIFY(document->save().saving == Saving::Saved);
    QVERIFY(document->hasFile());
    QVERIFY(!document->isDirty());
    const auto read = readDashboard(contentOf(document->path()).toStdString());
    QVERIFY(read);
    QVERIFY(*read == document->spec());
}

void DashboardDocumentTest::copiesTakeNoNameThatIsThere()
{
    put(path(), "whatever");
    const auto document = DashboardDocument::copyOf(onePanel(), m_folder->path(),
                                                    [](const std::string &id) { return id == "load-2"; });
    QCOMPARE(document->spec().id, std::string("load-3"));
    document->apply(renamed(*document, "x"));
    QVERIFY(document->save().saving == Saving::Saved);
    QCOMPARE(contentOf(path()), QByteArray("whatever"));
    // A file that came there meanwhile is not written over either.
    const auto late = DashboardDocument::copyOf(onePanel("Late"), m_folder->path());
    put(late->path(), "first");
    late->apply(renamed(*late, "x"));
    QVERIFY(late->save().saving == Saving::Conflict);
    QCOMPARE(contentOf(late->path()), QByteArray("first"));
}

void DashboardDocumentTest::stepsAreToldAndUndone()
{
    const auto document = saved();
    QSignalSpy changes(document.get(), &DashboardDocument::changed);
    QVERIFY(document->undoText().isEmpty());
    document->apply(renamed(*document, "Memory"));
    QCOMPARE(document->undoText(), QStringLiteral("Change “Memory”"));
    document->apply(renamed(*document, "Memory"));
    QCOMPARE(changes.count(), 1);
    document->undo();
    QCOMPARE(document->redoText(), QStringLiteral("Change “Memory”"));
    QCOMPARE(document->panel(), std::string("1"));
    QVERIFY(document->spec() == onePanel());
    QVERIFY(!document->isDirty());
    document->redo();
    QCOMPARE(changes.count(), 3);
    QVERIFY(document->isDirty());
}

void DashboardDocumentTest::savingWritesTheWholeFile()
{
    const auto document = saved();
    document->apply(renamed(*document, "Memory"));
    QVERIFY(document->save().saving == Saving::Saved);
    QCOMPARE(contentOf(path()), textOf(document->spec()));
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files), QStringList{QStringLiteral("load.json")});
    document->apply(renamed(*document, "Disk"));
    QVERIFY(document->save().saving == Saving::Saved);
}

void DashboardDocumentTest::whatSomebodyElseWroteIsNotWrittenOver()
{
    const auto document = saved();
    QSignalSpy conflicts(document.get(), &DashboardDocument::conflictFound);
    document->apply(renamed(*document, "Mine"));
    const QByteArray theirs = textOf(onePanel("Theirs"));
    put(path(), theirs);
    // Whether somebody watches the file or not.
    QVERIFY(document->save().saving == Saving::Conflict);
    QVERIFY(document->hasConflict());
    QCOMPARE(conflicts.count(), 1);
    QCOMPARE(contentOf(path()), theirs);
    // The watcher tells the same once more: nobody is asked twice.
    document->diskChanged(theirs);
    QCOMPARE(conflicts.count(), 1);
    document->resolve(Resolution::KeepMine);
    QVERIFY(!document->hasConflict());
    QVERIFY(document->isDirty());
    QCOMPARE(contentOf(path()), theirs);
    QVERIFY(document->save().saving == Saving::Saved);
    QCOMPARE(contentOf(path()), textOf(document->spec()));
}

void DashboardDocumentTest::theirsCanBeTakenAndThatUndone()
{
    const auto document = saved();
    document->apply(renamed(*document, "Mine"));
    const DashboardSpec mine = document->spec();
    document->diskChanged(textOf(onePanel("Theirs")));
    QVERIFY(document->hasConflict());
    document->resolve(Resolution::TakeTheirs);
    QCOMPARE(document->spec().title, std::string("Theirs"));
    QVERIFY(!document->hasConflict() && !document->isDirty());
    document->undo();
    QVERIFY(document->spec() == mine);
    QVERIFY(document->isDirty());
}

void DashboardDocumentTest::aChangeOnDiskIsTakenWhereNothingIsUnsaved()
{
    const auto document = saved();
    QSignalSpy changes(document.get(), &DashboardDocument::changed);
    document->diskChanged(textOf(onePanel("Theirs")));
    QCOMPARE(document->spec().title, std::string("Theirs"));
    QCOMPARE(changes.count(), 1);
    QVERIFY(!document->isDirty());
    QCOMPARE(document->undoText(), QStringLiteral("Take what is on disk"));
}

void DashboardDocumentTest::ownWritesAreNoChange()
{
    const auto document = saved();
    document->apply(renamed(*document, "Memory"));
    QVERIFY(document->save().saving == Saving::Saved);
    document->apply(renamed(*document, "Disk"));
    QSignalSpy conflicts(document.get(), &DashboardDocument::conflictFound);
    document->diskChanged(contentOf(path()));
    QCOMPARE(conflicts.count(), 0);
    QCOMPARE(document->spec().panels.front().title, std::string("Disk"));
}

void DashboardDocumentTest::brokenFilesAreToldAndNotTaken()
{
    const auto document = saved();
    QSignalSpy told(document.get(), &DashboardDocument::told);
    const QByteArray broken = textOf(onePanel()).left(80);
    document->diskChanged(broken);
    QCOMPARE(told.count(), 1);
    QVERIFY(told.first().first().toString().contains(QStringLiteral("load.json")));
    QVERIFY(document->spec() == onePanel());
    // Nor written over without a question.
    put(path(), broken);
    document->apply(renamed(*document, "Memory"));
    QVERIFY(document->save().saving == Saving::Conflict);
    document->resolve(Resolution::TakeTheirs);
    QVERIFY(document->hasConflict());
    document->resolve(Resolution::KeepMine);
    QVERIFY(document->save().saving == Saving::Saved);
}

void DashboardDocumentTest::aFileThatGoesIsWrittenAgain()
{
    const auto document = saved();
    QVERIFY(QFile::remove(path()));
    document->diskChanged(std::nullopt);
    QVERIFY(!document->hasFile());
    document->apply(renamed(*document, "Memory"));
    QVERIFY(document->save().saving == Saving::Saved);
    QCOMPARE(contentOf(path()), textOf(document->spec()));
}

void DashboardDocumentTest::savingElsewhereMakesAnotherDashboard()
{
    const auto document = saved();
    const QString other = m_folder->filePath(QStringLiteral("Other One.json"));
    QVERIFY(document->saveAs(other).saving == Saving::Saved);
    QCOMPARE(document->path(), other);
    QCOMPARE(document->spec().id, std::string("other-one"));
    QVERIFY(!document->isDirty());
    QCOMPARE(contentOf(path()), textOf(onePanel()));
    document->diskChanged(contentOf(other));
    QVERIFY(!document->hasConflict());
}

void DashboardDocumentTest::whatCannotBeWrittenSaysWhy()
{
    put(m_folder->filePath(QStringLiteral("file")), "x");
    const QString path = m_folder->filePath(QStringLiteral("file/inside.json"));
    DashboardDocument document(onePanel(), path, {});
    document.apply(renamed(document, "Memory"));
    const auto result = document.save();
    QVERIFY(result.saving == Saving::Failed);
    QVERIFY(result.problem.contains(QStringLiteral("inside.json")));
    QVERIFY(document.isDirty());
    const auto elsewhere = document.saveAs(m_folder->filePath(QStringLiteral("file/other.json")));
    QVERIFY(elsewhere.saving == Saving::Failed);
    QCOMPARE(document.spec().id, std::string("load"));
    QCOMPARE(document.path(), path);
}

void DashboardDocumentTest::revertCanBeUndone()
{
    const auto document = saved();
    document->apply(renamed(*document, "Memory"));
    document->apply(renamed(*document, "Disk"));
    document->revert();
    QVERIFY(document->spec() == onePanel());
    QVERIFY(!document->isDirty());
    document->undo();
    QCOMPARE(document->spec().panels.front().title, std::string("Disk"));
}

void DashboardDocumentTest::editTexts_data()
{
    QTest::addColumn<EditName>("name");
    QTest::addColumn<QString>("text");

    QTest::newRow("move") << EditName{EditKind::MovePanel, "CPU"} << "Move “CPU”";
    QTest::newRow("no title") << EditName{EditKind::RemovePanel, ""} << "Remove untitled panel";
    QTest::newRow("settings") << EditName{EditKind::ChangeSettings, "x"} << "Change the dashboard's settings";
    QTest::newRow("hostile") << EditName{EditKind::MovePanel, "%1\n\xE2\x80\xAE<b>"}
                             << "Move “%1\\n⟨U+202E⟩<b>”";
    QTest::newRow("long") << EditName{EditKind::AddRow, std::string(100, 'x')}
                          << QStringLiteral("Add row “%1…”").arg(QString(40, u'x'));
}

void DashboardDocumentTest::editTexts()
{
    QFETCH(EditName, name);
    QFETCH(QString, text);
    QCOMPARE(editText(name), text);
}

} // namespace

SIGHTGLASS_TEST(DashboardDocumentTest)

} // namespace sightglass

#include "dashboarddocumenttest.moc"
