// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/editors/promqleditor.h"

#include "model/presentation/queryassistant.h"
#include "tests/model/assist/assiststore.h"
#include "tests/support/testcase.h"
#include "widgets/editors/promqlcolors.h"

#include <QListView>
#include <QSignalSpy>
#include <QTest>
#include <QTextBlock>
#include <QTextLayout>
#include <QVBoxLayout>

namespace {

using namespace sightglass;

/// An editor in a window, over a store with metrics.
struct Bench
{
    Bench()
        : source(pool)
        , assistant(pool, &source)
        , editor(new PromqlEditor(&assistant, darkTheme()))
    {
        window.resize(900, 500);
        auto *layout = new QVBoxLayout(&window);
        layout->addWidget(editor);
        layout->addStretch(1);
        source.setSnapshot(store.snapshot());
        window.show();
        QApplication::setActiveWindow(&window);
        editor->setFocus();
    }
    ~Bench() { delete editor; }

    [[nodiscard]] bool ready() const { return !source.catalog()->metrics().empty() && editor->hasFocus(); }

    void type(const char *text) const { QTest::keyClicks(editor, QString::fromUtf8(text)); }

    [[nodiscard]] QStringList offered() const
    {
        QStringList texts;
        for (int i = 0; !editor->popup()->isHidden() && i < editor->popup()->count(); ++i)
            texts << editor->popup()->textAt(i);
        return texts;
    }

    [[nodiscard]] QColor colorAt(int position) const
    {
        const QTextBlock block = editor->document()->findBlock(position);
        for (const QTextLayout::FormatRange &range : block.layout()->formats()) {
            const int at = position - block.position();
            if (at >= range.start && at < range.start + range.length)
                return range.format.foreground().color();
        }
        return {};
    }

    [[nodiscard]] QList<QTextCharFormat::UnderlineStyle> underlines() const
    {
        QList<QTextCharFormat::UnderlineStyle> styles;
        for (const auto &selection : editor->extraSelections())
            styles << selection.format.underlineStyle();
        return styles;
    }

    test::AssistStore store;
    std::shared_ptr<QueryPool> pool = std::make_shared<QueryPool>(1U);
    CatalogSource source;
    QueryAssistant assistant;
    QWidget window;
    PromqlEditor *editor;
};

class PromqlEditorTest : public sightglass::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void coloursFollowTheText()
    {
        Bench bench;
        bench.editor->setQuery(QStringLiteral("rate(x{a=\"b\"}[5m])"));
        const auto colorOf = [](TokenClass tokenClass) {
            return promqlFormat(tokenClass, darkTheme()).foreground().color();
        };
        QCOMPARE(bench.colorAt(0), colorOf(TokenClass::Function));
        QCOMPARE(bench.colorAt(5), colorOf(TokenClass::Metric));
        QCOMPARE(bench.colorAt(7), colorOf(TokenClass::Label));
        QCOMPARE(bench.colorAt(10), colorOf(TokenClass::String));
        QCOMPARE(bench.colorAt(14), colorOf(TokenClass::Duration));
        // A string over three lines: what is typed in the first colours the last.
        bench.editor->setQuery(QStringLiteral("`a\nb\nc"));
        QCOMPARE(bench.colorAt(5), colorOf(TokenClass::String));
        QTextCursor cursor = bench.editor->textCursor();
        cursor.setPosition(2);
        cursor.insertText(QStringLiteral("` +"));
        QCOMPARE(bench.colorAt(8), colorOf(TokenClass::Metric));
        bench.editor->setTheme(lightTheme());
        QCOMPARE(bench.colorAt(8), promqlFormat(TokenClass::Metric, lightTheme()).foreground().color());
    }

    void completionByKeyboard()
    {
        Bench bench;
        QTRY_VERIFY(bench.ready());
        bench.type("queue_d");
        QTRY_COMPARE(bench.offered(), QStringList{QStringLiteral("queue_depth")});
        QTest::keyClick(bench.editor, Qt::Key_Tab);
        QCOMPARE(bench.editor->query(), QStringLiteral("queue_depth"));
        QVERIFY(bench.editor->popup()->isHidden());
        // In braces its labels, then their values, with the quotes that belong to them.
        bench.type("{");
        QTRY_COMPARE(bench.offered(), (QStringList{QStringLiteral("job"), QStringLiteral("queue")}));
        QTest::keyClick(bench.editor, Qt::Key_Down);
        QTest::keyClick(bench.editor, Qt::Key_Return);
        QTRY_COMPARE(bench.offered(),
                     (QStringList{QStringLiteral("disk"), QStringLiteral("mail"), QStringLiteral("web")}));
        bench.type("m");
        QTRY_COMPARE(bench.offered().value(0), QStringLiteral("mail"));
        QTest::keyClick(bench.editor, Qt::Key_Return);
        QCOMPARE(bench.editor->query(), QStringLiteral("queue_depth{queue=\"mail\"}"));
    }

    void completionByMouse()
    {
        Bench bench;
        QTRY_VERIFY(bench.ready());
        bench.type("http_");
        QTRY_VERIFY(bench.offered().size() > 2);
        const QString wanted = bench.offered().at(1);
        QListView *list = bench.editor->popup()->list();
        const QModelIndex second = list->model()->index(1, 0);
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualRect(second).center());
        QCOMPARE(bench.editor->query(), wanted);
        QVERIFY(bench.editor->hasFocus());
    }

    void escapeSendsThePopupAway()
    {
        Bench bench;
        QTRY_VERIFY(bench.ready());
        QTest::keyClick(bench.editor, Qt::Key_Space, Qt::ControlModifier);
        QTRY_VERIFY(bench.offered().contains(QStringLiteral("queue_depth")));
        QTest::keyClick(bench.editor, Qt::Key_Escape);
        QVERIFY(bench.editor->popup()->isHidden());
        QCOMPARE(bench.editor->query(), QString());
    }

    void enterRunsAndShiftEnterBreaksTheLine()
    {
        Bench bench;
        QTRY_VERIFY(bench.ready());
        QSignalSpy runs(bench.editor, &PromqlEditor::runRequested);
        const int oneLine = bench.editor->height();
        bench.type("queue_depth");
        QTRY_VERIFY(!bench.offered().isEmpty());
        // The name is whole: Enter does not complete it once more.
        QTest::keyClick(bench.editor, Qt::Key_Return);
        QCOMPARE(runs.size(), 1);
        QCOMPARE(bench.editor->query(), QStringLiteral("queue_depth"));
        QTest::keyClick(bench.editor, Qt::Key_Return, Qt::ShiftModifier);
        QCOMPARE(runs.size(), 1);
        QVERIFY(bench.editor->query().contains(u'\n') || bench.editor->document()->blockCount() == 1);
        bench.editor->setQuery(QStringLiteral("a\n+\nb"));
        QTRY_VERIFY(bench.editor->height() > 2 * oneLine);
    }

    void pairs_data()
    {
        QTest::addColumn<QByteArray>("typed");
        QTest::addColumn<QString>("text");
        QTest::newRow("parentheses") << QByteArray("sum(") << QStringLiteral("sum()");
        QTest::newRow("typed through") << QByteArray("sum(x)") << QStringLiteral("sum(x)");
        QTest::newRow("all of them") << QByteArray("a{b=\"c\"}[5m]") << QStringLiteral("a{b=\"c\"}[5m]");
        QTest::newRow("apostrophe in a string")
            << QByteArray("a{b=\"it's") << QStringLiteral("a{b=\"it's\"}");
        QTest::newRow("taken back") << QByteArray("sum(\b") << QStringLiteral("sum");
    }
    void pairs()
    {
        Bench bench;
        QFETCH(QByteArray, typed);
        for (const char c : typed) {
            if (c == '\b')
                QTest::keyClick(bench.editor, Qt::Key_Backspace);
            else
                QTest::keyClick(bench.editor, c);
        }
        QTEST(bench.editor->query(), "text");
    }

    void aSelectionIsEnclosed()
    {
        Bench bench;
        bench.editor->setQuery(QStringLiteral("a + b"));
        bench.editor->selectAll();
        bench.type("(");
        QCOMPARE(bench.editor->query(), QStringLiteral("(a + b)"));
    }

    void errorsAreUnderlinedInPlace()
    {
        Bench bench;
        QTRY_VERIFY(bench.ready());
        QSignalSpy changes(bench.editor, &PromqlEditor::findingsChanged);
        bench.editor->setQuery(QStringLiteral("\"ä\" == rate(queue_depth)"));
        QTRY_COMPARE(bench.editor->findings().size(), std::size_t{1});
        QCOMPARE(bench.editor->findings().front().kind, FindingKind::SyntaxError);
        QVERIFY(bench.underlines().contains(QTextCharFormat::WaveUnderline));
        QCOMPARE(bench.editor->extraSelections().first().cursor.selectedText(),
                 QStringLiteral("queue_depth"));
        // Gone with the text, and not there for a query that is right.
        bench.editor->setQuery(QStringLiteral("queue_depth"));
        QVERIFY(bench.editor->findings().empty());
        QVERIFY(changes.size() >= 2);
    }

    void aMendIsOneStepThatCanBeUndone()
    {
        Bench bench;
        QTRY_VERIFY(bench.ready());
        const QString query = QStringLiteral("rate(queue_depth[5m])");
        bench.editor->setQuery(query);
        QTRY_COMPARE(bench.editor->findings().size(), std::size_t{1});
        bench.editor->applyMend(bench.editor->findings().front().mends.front());
        QCOMPARE(bench.editor->query(), QStringLiteral("deriv(queue_depth[5m])"));
        bench.editor->undo();
        QCOMPARE(bench.editor->query(), query);
    }

    void signaturesFollowTheCursor()
    {
        Bench bench;
        QTRY_VERIFY(bench.ready());
        bench.type("clamp(x, ");
        QTRY_VERIFY(bench.editor->signatureTip()->text().startsWith(
            QStringLiteral("clamp(v: instant vector, min: scalar")));
        QTest::keyClick(bench.editor, Qt::Key_Escape);
        QCOMPARE(bench.editor->signatureTip()->text(), QString());
    }

    void bracketsAreMatched()
    {
        Bench bench;
        bench.editor->setQuery(QStringLiteral("sum(x)"));
        QTextCursor cursor = bench.editor->textCursor();
        cursor.setPosition(6);
        bench.editor->setTextCursor(cursor);
        QStringList marked;
        for (const auto &selection : bench.editor->extraSelections())
            marked << selection.cursor.selectedText();
        QCOMPARE(marked, (QStringList{QStringLiteral(")"), QStringLiteral("(")}));
    }

    void formatting()
    {
        Bench bench;
        bench.editor->setQuery(QStringLiteral("sum  by(le)(rate(x[ $__rate_interval ]))"));
        QTest::keyClick(bench.editor, Qt::Key_F, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(bench.editor->query(), QStringLiteral("sum by (le) (rate(x[$__rate_interval]))"));
        QSignalSpy refused(bench.editor, &PromqlEditor::formatRefused);
        bench.editor->setQuery(QStringLiteral("sum("));
        bench.editor->format();
        QCOMPARE(refused.size(), 1);
    }

    void historyIsChosenByKeys()
    {
        Bench bench;
        bench.editor->setHistory({QStringLiteral("up"), QStringLiteral("sum(\n  x\n)")});
        QTest::keyClick(bench.editor, Qt::Key_Up);
        QCOMPARE(bench.offered().size(), 2);
        QTest::keyClick(bench.editor, Qt::Key_Down);
        QTest::keyClick(bench.editor, Qt::Key_Return);
        QCOMPARE(bench.editor->query(), QStringLiteral("sum(\n  x\n)"));
    }

    void hostileMetricsAreShownPlain()
    {
        Bench bench;
        bench.store.add(Labels::withName("evil\xe2\x80\xae<b>x</b>\x01"), 1);
        bench.store.declare("evil\xe2\x80\xae<b>x</b>\x01", MetricType::Gauge, {}, std::string(100'000, 'h'));
        bench.source.setSnapshot(bench.store.snapshot());
        QTRY_VERIFY(bench.source.catalog()->findFamily("queue_depth") != nullptr);
        // The catalog is made anew at most once a second, when somebody asks for it.
        QTRY_VERIFY((bench.source.setSnapshot(bench.store.snapshot()),
                     bench.source.catalog()->metrics().size() > 11));
        bench.type("evil");
        QTRY_COMPARE(bench.offered(), QStringList{QStringLiteral("evil⟨U+202E⟩<b>x</b>\\x01")});
        QTest::keyClick(bench.editor, Qt::Key_Tab);
        QVERIFY(bench.editor->query().startsWith(QStringLiteral("{\"evil\\u202e")));
    }

    void theEditorMayGoWhileItIsAnswered()
    {
        for (int i = 0; i < 20; ++i) {
            Bench bench;
            bench.type("queue");
        }
    }
};

} // namespace

SIGHTGLASS_TEST(PromqlEditorTest)
#include "promqleditortest.moc"
