// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/alerts/silencedialog.h"

#include "model/presentation/displaytext.h"
#include "model/presentation/errortext.h"
#include "model/presentation/timetext.h"
#include "widgets/alerts/silencetime.h"
#include "widgets/chart/timeticks.h"
#include "widgets/views/fieldhint.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace sightglass {

namespace {

constexpr std::size_t mostHitsShown = 200;
constexpr qsizetype longestComment = 4000;
constexpr qsizetype longestAuthor = 200;
constexpr int longestField = 1'000'000; // what is too long is told, not cut

} // namespace

SilenceDialog::SilenceDialog(Subject subject, QWidget *parent)
    : QDialog(parent)
    , m_subject(std::move(subject))
    , m_matchers(new QLineEdit)
    , m_matchersHint(new FieldHint)
    , m_until(new QComboBox)
    , m_untilHint(new FieldHint)
    , m_comment(new QLineEdit)
    , m_commentHint(new FieldHint)
    , m_by(new QLineEdit)
    , m_hitCount(new QLabel)
    , m_hits(new QListWidget)
{
    const Silence &silence = m_subject.silence;
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(silence.id.empty() ? tr("Silence alerts") : tr("Change a silence"));
    resize(640, 460);
    m_matchers->setObjectName(QStringLiteral("matchers"));
    m_matchers->setText(QString::fromStdString(alertMatchersText(silence.matchers)));
    m_matchers->setCursorPosition(0);
    m_until->setObjectName(QStringLiteral("until"));
    m_until->setEditable(true);
    m_until->addItems({QStringLiteral("30m"), QStringLiteral("1h"), QStringLiteral("4h"),
                       QStringLiteral("1d"), QStringLiteral("1w")});
    m_until->setCurrentText(silence.id.empty() ? QStringLiteral("1h")
                                               : editableTime(silence.endsAt, m_subject.zone));
    m_comment->setObjectName(QStringLiteral("comment"));
    m_comment->setMaxLength(longestField);
    m_comment->setText(displayText(silence.comment, longestField));
    m_comment->setCursorPosition(0);
    m_comment->setPlaceholderText(tr("Why they may be quiet"));
    m_by->setObjectName(QStringLiteral("createdBy"));
    m_by->setMaxLength(longestField);
    m_by->setText(displayText(silence.createdBy, longestField));
    m_shownComment = m_comment->text();
    m_shownBy = m_by->text();
    m_commentHint->setObjectName(QStringLiteral("commentHint"));
    m_hits->setObjectName(QStringLiteral("hits"));
    m_hits->setSelectionMode(QAbstractItemView::NoSelection);
    m_hits->setWordWrap(true);
    m_hits->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_hits->setAccessibleName(tr("Alerts that it would hit"));
    m_hitCount->setObjectName(QStringLiteral("hitCount"));
    m_hitCount->setTextFormat(Qt::PlainText);

    auto *form = new QFormLayout;
    form->addRow(tr("&Alerts that match"), m_matchers);
    form->addRow(QString(), m_matchersHint);
    form->addRow(tr("&For, or until"), m_until);
    form->addRow(QString(), m_untilHint);
    form->addRow(tr("&Comment"), m_comment);
    form->addRow(tr("&By"), m_by);
    form->addRow(QString(), m_commentHint);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel);
    m_ok = buttons->button(QDialogButtonBox::Ok);
    m_ok->setText(silence.id.empty() ? tr("&Silence") : tr("C&hange"));
    auto *layout = new QVBoxLayout(this);
    layout->addLayout(form);
    layout->addWidget(m_hitCount);
    layout->addWidget(m_hits, 1);
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &SilenceDialog::submit);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_matchers, &QLineEdit::textChanged, this, &SilenceDialog::validate);
    connect(m_until, &QComboBox::editTextChanged, this, &SilenceDialog::validate);
    for (QLineEdit *edit : {m_comment, m_by})
        connect(edit, &QLineEdit::textChanged, this, &SilenceDialog::validate);
    validate();
    m_comment->setFocus();
}

void SilenceDialog::validate()
{
    const auto matchers = parseAlertMatchers(m_matchers->text().toStdString());
    const TimestampMs now = m_subject.now();
    const auto until = parseUntil(m_until->currentText(), now, m_subject.zone);
    QString problem;
    if (!matchers) {
        problem = errorText(matchers.error());
    } else {
        Silence silence = m_subject.silence;
        silence.matchers = *matchers;
        silence.endsAt = until.value_or(now + 1);
        silence.startsAt = std::min(silence.startsAt, silence.endsAt);
        if (const Status status = checkSilence(silence, now); !status)
            problem = errorText(status.error());
    }
    if (problem.isEmpty())
        m_matchersHint->showHint({});
    else
        m_matchersHint->showProblem(problem);
    if (until)
        m_untilHint->showHint(tr("until %1").arg(timeText(*until, 1000, m_subject.zone)));
    else
        m_untilHint->showProblem(tr("A duration such as 2h or 1d12h, or a time such as 2026-11-21 10:00"));
    const bool isShort = checkLengths();
    m_ok->setEnabled(problem.isEmpty() && until.has_value() && isShort);
    showHits(matchers && problem.isEmpty() ? *matchers : std::vector<Matcher>{});
}

bool SilenceDialog::checkLengths()
{
    const auto isLong = [](const QString &text, const QString &shown, qsizetype longest) {
        return text != shown && text.size() > longest; // what others wrote stays as it is
    };
    if (isLong(m_comment->text(), m_shownComment, longestComment))
        m_commentHint->showProblem(tr("A comment has at most %1 characters, this one has %2.")
                                       .arg(longestComment)
                                       .arg(m_comment->text().size()));
    else if (isLong(m_by->text(), m_shownBy, longestAuthor))
        m_commentHint->showProblem(tr("A name has at most %1 characters.").arg(longestAuthor));
    else {
        m_commentHint->showHint({});
        return true;
    }
    return false;
}

void SilenceDialog::showHits(const std::vector<Matcher> &matchers)
{
    m_hits->clear();
    const auto hits = matchers.empty() ? Result<std::vector<std::size_t>>(std::vector<std::size_t>{})
                                       : silencePreview(matchers, m_subject.alerts);
    const std::size_t count = hits ? hits->size() : 0;
    m_hitCount->setText(
        tr("Hits %1 of %2 alerts that there are now").arg(count).arg(m_subject.alerts.size()));
    for (std::size_t i = 0; hits && i < std::min(count, mostHitsShown); ++i)
        m_hits->addItem(displayText(m_subject.alerts[(*hits)[i]].toString()));
    if (count > mostHitsShown)
        m_hits->addItem(tr("… and %1 more").arg(count - mostHitsShown));
}

void SilenceDialog::submit()
{
    const auto matchers = parseAlertMatchers(m_matchers->text().toStdString());
    const TimestampMs now = m_subject.now();
    const auto until = parseUntil(m_until->currentText(), now, m_subject.zone);
    if (!matchers || !until)
        return;
    Silence silence = m_subject.silence;
    silence.matchers = *matchers;
    if (silence.id.empty())
        silence.startsAt = now;
    silence.endsAt = *until;
    // What is not to be seen as it is stays as it is while nobody types there.
    if (m_comment->text() != m_shownComment)
        silence.comment = m_comment->text().toStdString();
    if (m_by->text() != m_shownBy)
        silence.createdBy = m_by->text().toStdString();
    hide();
    emit submitted(silence);
    if (isHidden())
        close();
}

void SilenceDialog::refuse(const QString &problem)
{
    m_matchersHint->showProblem(problem);
    show();
}

} // namespace sightglass
