// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/targets/relabelpage.h"

#include "model/presentation/displaytext.h"
#include "model/presentation/errortext.h"
#include "model/scrape/relabeling.h"
#include "parser/config/relabeltext.h"
#include "widgets/views/fieldhint.h"

#include <QFontDatabase>
#include <QHBoxLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QTextBlock>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace sightglass {

namespace {

constexpr int previewDelayMs = 200;
constexpr qsizetype mostPreviewLines = 200;
constexpr qsizetype longestPreviewLine = 300;

QString shown(const Labels &labels)
{
    return displayText(labels.toString(), longestPreviewLine);
}

/// What rules do to series, in numbers and in lines.
struct Preview
{
    int kept = 0;
    int changed = 0;
    int dropped = 0;
    QStringList lines;

    void add(const Labels &before, const Relabeling &relabeling)
    {
        std::vector<Label> labels;
        for (const LabelView label : before)
            labels.push_back(static_cast<Label>(label));
        const bool drops = relabeling.apply(labels) == RelabelVerdict::Drop || labels.empty();
        const Labels after(std::move(labels));
        if (!drops && after == before) {
            ++kept;
            return;
        }
        ++(drops ? dropped : changed);
        if (lines.size() < mostPreviewLines)
            lines << (drops ? QStringLiteral("✕ ") + shown(before)
                            : shown(before) + QStringLiteral("\n    → ") + shown(after));
    }
};

} // namespace

RelabelPage::RelabelPage(const TargetConfig &config, std::vector<Labels> present, QWidget *parent)
    : TargetPage(parent)
    , m_present(std::move(present))
    , m_editor(new QPlainTextEdit)
    , m_verdict(new FieldHint)
    , m_preview(new QPlainTextEdit)
    , m_summary(new FieldHint)
    , m_rules(config.samples.metricRelabelRules)
{
    auto *layout = new QHBoxLayout(this);
    layout->addWidget(editorSide(), 1);
    layout->addWidget(previewSide(), 1);
    m_editor->setPlainText(QString::fromStdString(relabelRulesText(config.samples.metricRelabelRules)));
    m_previewSoon.setSingleShot(true);
    m_previewSoon.setInterval(previewDelayMs);
    connect(&m_previewSoon, &QTimer::timeout, this, &RelabelPage::updatePreview);
    connect(m_editor, &QPlainTextEdit::textChanged, this, [this] {
        read();
        m_previewSoon.start();
        emit changed();
    });
    read();
    updatePreview();
}

QWidget *RelabelPage::editorSide()
{
    const QFont fixed = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    m_editor->setObjectName(QStringLiteral("rules"));
    m_editor->setAccessibleName(tr("Relabelling rules"));
    m_editor->setFont(fixed);
    m_editor->setTabChangesFocus(true);
    m_editor->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_editor->setPlaceholderText(QStringLiteral("- source_labels: [__name__]\n"
                                                "  regex: go_.*\n"
                                                "  action: drop\n"
                                                "- regex: pod_uid\n"
                                                "  action: labeldrop"));
    m_verdict->setObjectName(QStringLiteral("verdict"));
    auto *side = new QWidget;
    auto *layout = new QVBoxLayout(side);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(new QLabel(tr("Rules, as metric_relabel_configs")));
    layout->addWidget(m_editor, 1);
    layout->addWidget(m_verdict);
    return side;
}

QWidget *RelabelPage::previewSide()
{
    m_preview->setObjectName(QStringLiteral("preview"));
    m_preview->setAccessibleName(tr("What the rules do"));
    m_preview->setReadOnly(true);
    m_preview->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_preview->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_summary->setObjectName(QStringLiteral("summary"));
    auto *side = new QWidget;
    auto *layout = new QVBoxLayout(side);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(new QLabel(tr("What they do to the series that are there now")));
    layout->addWidget(m_preview, 1);
    layout->addWidget(m_summary);
    return side;
}

void RelabelPage::read()
{
    m_rules = parseRelabelRules(m_editor->toPlainText().toStdString());
    if (m_rules) {
        if (const auto compiled = Relabeling::compile(*m_rules); !compiled)
            m_rules = compiled.error();
    }
    markError();
    if (m_rules)
        m_verdict->showHint(m_rules->empty() ? tr("No rule: every series is stored as it comes.")
                                             : tr("%n rule(s)", nullptr, static_cast<int>(m_rules->size())));
    else
        m_verdict->showProblem(problem());
}

void RelabelPage::markError()
{
    QList<QTextEdit::ExtraSelection> marks;
    const int line = m_rules ? 0 : static_cast<int>(m_rules.error().position.line);
    const QTextBlock block = m_editor->document()->findBlockByNumber(line - 1);
    if (line > 0 && block.isValid()) {
        QTextEdit::ExtraSelection mark;
        mark.cursor = QTextCursor(block);
        mark.cursor.select(QTextCursor::LineUnderCursor);
        mark.format.setUnderlineStyle(QTextCharFormat::WaveUnderline);
        mark.format.setUnderlineColor(QColor(0xE0, 0x40, 0x40));
        marks << mark;
    }
    m_editor->setExtraSelections(marks);
}

void RelabelPage::updatePreview()
{
    const auto relabeling = m_rules ? Relabeling::compile(*m_rules) : Result<Relabeling>(Relabeling());
    if (!m_rules || !relabeling)
        return; // what was there last stays while somebody types
    Preview preview;
    for (const Labels &series : m_present)
        preview.add(series, *relabeling);
    m_preview->setPlainText(preview.lines.join(QLatin1Char('\n')));
    m_summary->showHint(m_present.empty() ? tr("No series is there yet.")
                                          : tr("Of %1 series %2 stay as they are, %3 change, %4 are dropped.")
                                                .arg(m_present.size())
                                                .arg(preview.kept)
                                                .arg(preview.changed)
                                                .arg(preview.dropped));
}

void RelabelPage::apply(TargetEdit &edit) const
{
    if (!m_rules)
        return;
    edit.config.samples.metricRelabelRules = *m_rules;
    for (RelabelRule &rule : edit.config.samples.metricRelabelRules)
        rule.position = {}; // of no file
}

QString RelabelPage::problem() const
{
    if (m_rules)
        return {};
    Error error = m_rules.error();
    const SourcePosition at = std::exchange(error.position, {});
    const QString text = displayText(errorText(error));
    return at.line == 0 ? text : tr("line %1, column %2: %3").arg(at.line).arg(at.column).arg(text);
}

bool RelabelPage::isUsed(const TargetConfig &config) const
{
    return !config.samples.metricRelabelRules.empty();
}

} // namespace sightglass
