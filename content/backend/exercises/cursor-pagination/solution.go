package exercise

import (
	"encoding/base64"
	"errors"
	"fmt"
	"regexp"
	"sort"
	"strconv"
	"sync"
)

// ErrBadLimit and ErrBadCursor are the caller's mistakes; the HTTP layer
// answers 400.
var (
	ErrBadLimit  = errors.New("bad limit")
	ErrBadCursor = errors.New("bad cursor")
)

// Page is what Feed.Page returns.
type Page struct {
	IDs        []string
	NextCursor string
}

type position struct {
	createdAt int64
	id        string
}

func (p position) isBefore(other position) bool {
	// The id breaks ties: with createdAt alone, posts of the same
	// millisecond are lost or repeated at the edge of a page.
	if p.createdAt != other.createdAt {
		return p.createdAt < other.createdAt
	}
	return p.id < other.id
}

// Feed is a feed of posts in pages; the contract stands in the starter.
type Feed struct {
	maxLimit int

	mu            sync.RWMutex
	posts         []position // ascending: the newest is the last
	createdAtByID map[string]int64
}

// NewFeed returns an empty feed; maxLimit is the largest page, at least 1.
func NewFeed(maxLimit int) *Feed {
	return &Feed{maxLimit: maxLimit, createdAtByID: map[string]int64{}}
}

// Add adds a post.
func (f *Feed) Add(id string, createdAt int64) {
	f.mu.Lock()
	defer f.mu.Unlock()
	post := position{createdAt, id}
	at := f.countBefore(post)
	f.posts = append(f.posts, position{})
	copy(f.posts[at+1:], f.posts[at:])
	f.posts[at] = post
	f.createdAtByID[id] = createdAt
}

// Remove removes a post and says whether it was there.
func (f *Feed) Remove(id string) bool {
	f.mu.Lock()
	defer f.mu.Unlock()
	createdAt, found := f.createdAtByID[id]
	if !found {
		return false
	}
	delete(f.createdAtByID, id)
	at := f.countBefore(position{createdAt, id})
	f.posts = append(f.posts[:at], f.posts[at+1:]...)
	return true
}

// Page returns one page of ids and the cursor of the next.
func (f *Feed) Page(limit int, cursor string) (Page, error) {
	if limit < 1 {
		return Page{}, ErrBadLimit
	}
	if limit > f.maxLimit {
		limit = f.maxLimit
	}

	f.mu.RLock()
	defer f.mu.RUnlock()
	end := len(f.posts)
	if cursor != "" {
		from, err := decode(cursor)
		if err != nil {
			return Page{}, err
		}
		// By value: a look-up of the cursor's post would fail once it is
		// gone.
		end = f.countBefore(from)
	}
	start := end - limit
	if start < 0 {
		start = 0
	}
	page := Page{IDs: make([]string, 0, end-start)}
	for at := end - 1; at >= start; at-- {
		page.IDs = append(page.IDs, f.posts[at].id)
	}
	// A full page is no proof of another one: ask whether a post is left.
	if start > 0 {
		page.NextCursor = encode(f.posts[start])
	}
	return page, nil
}

// countBefore says how many posts stand before p in ascending order.
func (f *Feed) countBefore(p position) int {
	return sort.Search(len(f.posts), func(at int) bool {
		return !f.posts[at].isBefore(p)
	})
}

func encode(p position) string {
	text := fmt.Sprintf("v1:%d:%s", p.createdAt, p.id)
	return base64.RawURLEncoding.EncodeToString([]byte(text))
}

// The id is all of the rest: it may hold a colon itself.
var cursorText = regexp.MustCompile(`^v1:(0|[1-9][0-9]{0,14}):([ -~]+)$`)

func decode(cursor string) (position, error) {
	text, err := base64.RawURLEncoding.DecodeString(cursor)
	if err != nil {
		return position{}, ErrBadCursor
	}
	match := cursorText.FindStringSubmatch(string(text))
	if match == nil {
		return position{}, ErrBadCursor
	}
	createdAt, err := strconv.ParseInt(match[1], 10, 64)
	if err != nil {
		return position{}, ErrBadCursor
	}
	p := position{createdAt, match[2]}
	// The decoder skips line breaks and loose bits: compare both ways.
	if encode(p) != cursor {
		return position{}, ErrBadCursor
	}
	return p, nil
}
